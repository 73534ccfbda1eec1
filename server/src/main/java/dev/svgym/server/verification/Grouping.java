package dev.svgym.server.verification;

import dev.svgym.environment.Task;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.estimators.GroupOfVerdicts;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.verification.PosedTasks.Posed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which items are a group: those of the same group name, else those of the same task. Groups keep the order in which
 * their first items came.
 */
record Grouping(List<Members> groups) {

    /** What makes items belong together. */
    private sealed interface Key {
        record Named(String group) implements Key {}

        record ByTask(Task task) implements Key {}

        record ByName(TaskRequest task) implements Key {}
    }

    /**
     * The items of one group.
     *
     * @param task null where it could not be posed
     */
    record Members(String name, @Nullable Task task, List<Integer> items) {}

    /** A group holds rollouts of one task, so a name that stands for several is refused. */
    static Grouping of(List<Submission> submissions, PosedTasks tasks) {
        var errors = new FieldErrors();
        Map<Key, Members> groups = new LinkedHashMap<>();
        for (Submission item : submissions) {
            Task task = tasks.of(item) instanceof Posed.Ready(var posed) ? posed : null;
            Members group = groups.get(key(item, task));
            if (group == null || (group.task() == null && task != null)) {
                List<Integer> items = group == null ? new ArrayList<>() : group.items();
                group = new Members(name(item, task), task, items);
                groups.put(key(item, task), group);
            }
            errors.require(
                    task == null || task.equals(group.task()),
                    "/items/%d/group".formatted(item.index()),
                    "expected items of one task in group %s; give another task another group"
                            .formatted(Excerpt.of(group.name())));
            group.items().add(item.index());
        }
        errors.throwIfAny();
        return new Grouping(List.copyOf(groups.values()));
    }

    List<GroupOfVerdicts> with(ShownVerdict[] verdicts) {
        return groups.stream()
                .map(group ->
                        new GroupOfVerdicts(
                                group.name(),
                                group.task() == null ? null : group.task().id(),
                                group.items(),
                                group.items().stream()
                                        .map(item -> Optional.of(verdicts[item]))
                                        .toList(),
                                Optional.empty()))
                .toList();
    }

    private static Key key(Submission item, @Nullable Task task) {
        if (item.group().isPresent()) {
            return new Key.Named(item.group().get());
        }
        return task == null ? new Key.ByName(item.named()) : new Key.ByTask(task);
    }

    private static String name(Submission item, @Nullable Task task) {
        return item.group()
                .orElseGet(() ->
                        task != null
                                ? task.id()
                                : item.named().id() != null
                                        ? item.named().id()
                                        : "item-" + item.index());
    }
}
