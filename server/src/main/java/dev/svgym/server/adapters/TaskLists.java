package dev.svgym.server.adapters;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Task;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tasks of a split as OpenEnv and ORS list them: each a small object that names it. */
@Component
public class TaskLists {

    private final Judging judging;
    private final AdapterSettings settings;

    TaskLists(Judging judging, AdapterSettings settings) {
        this.judging = judging;
        this.settings = settings;
    }

    /** Names with one of the three types that these protocols know. */
    public ArrayNode splits(EnvironmentCard card) {
        ArrayNode splits = JsonNodeFactory.instance.arrayNode();
        for (EnvironmentCard.SplitCard set : card.splits()) {
            String type =
                    switch (set.split()) {
                        case TRAIN, VALIDATION, TEST -> set.split().label();
                        case OOD, PRIVATE -> "validation";
                    };
            splits.addObject().put("name", set.label()).put("type", type);
        }
        return splits;
    }

    public Optional<EnvironmentCard.SplitCard> split(EnvironmentCard card, String name) {
        return card.splits().stream().filter(set -> set.label().equals(name)).findFirst();
    }

    /** How many tasks are listed; a split without an end has more. */
    public long count(EnvironmentCard.SplitCard split) {
        return split.size() == Long.MAX_VALUE ? settings.endlessSplitSize() : split.size();
    }

    /** One task with its id and digest; empty where there is none at this index. */
    public Optional<ObjectNode> task(
            Environment environment, EnvironmentCard.SplitCard split, long index) {
        if (index < 0) {
            return Optional.empty();
        }
        try {
            Task task = judging.pose(environment, split.at(index), null, "index", Judging.Turn.NOW);
            return Optional.of(
                    name(split, index).put("id", task.id()).put("digest", task.digest()));
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.UNKNOWN_TASK) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /**
     * Names of tasks, as Python slices a list: ends that are left out, negative or too large are put right.
     *
     * @param start first index
     * @param stop first index behind the last
     */
    public ArrayNode range(
            EnvironmentCard.SplitCard split, @Nullable Long start, @Nullable Long stop) {
        long count = count(split);
        ArrayNode tasks = JsonNodeFactory.instance.arrayNode();
        long end = bound(stop == null ? count : stop, count);
        for (long index = bound(start == null ? 0 : start, count); index < end; index++) {
            tasks.add(name(split, index));
        }
        return tasks;
    }

    private static long bound(long index, long count) {
        return Math.clamp(index < 0 ? index + count : index, 0, count);
    }

    private static ObjectNode name(EnvironmentCard.SplitCard split, long index) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("split", split.label())
                .put("index", index);
    }
}
