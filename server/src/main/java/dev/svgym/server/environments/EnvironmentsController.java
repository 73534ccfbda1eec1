package dev.svgym.server.environments;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.server.problems.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to do. */
@RestController
@RequestMapping("/v1/environments")
class EnvironmentsController {

    private static final int MOST_TASKS = 100;

    private final EnvironmentCatalogue catalogue;
    private final Judging judging;

    EnvironmentsController(EnvironmentCatalogue catalogue, Judging judging) {
        this.catalogue = catalogue;
        this.judging = judging;
    }

    /** Every environment. */
    record EnvironmentList(List<ShownCard> environments) {}

    /** A task as an agent sees it, with its place. */
    record TaskRow(String split, long index, ShownTask task) {}

    /**
     * Tasks of a split, in order.
     *
     * @param nextCursor where the next page begins; null behind the last
     */
    record TaskPage(List<TaskRow> tasks, @Nullable String nextCursor) {}

    @GetMapping
    EnvironmentList list() {
        return new EnvironmentList(
                catalogue.all().stream().map(EnvironmentsController::card).toList());
    }

    @GetMapping("/{id}")
    ShownCard show(@PathVariable String id) {
        return card(catalogue.get(id));
    }

    @GetMapping("/{id}/tasks")
    TaskPage tasks(
            @PathVariable String id,
            @RequestParam String split,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "0") long cursor) {
        Environment environment = catalogue.get(id);
        var errors = new FieldErrors();
        errors.require(
                limit >= 1 && limit <= MOST_TASKS,
                "limit",
                "expected 1 to %d, got %d".formatted(MOST_TASKS, limit));
        errors.require(cursor >= 0, "cursor", "expected a next_cursor of an earlier page");
        errors.throwIfAny();
        EnvironmentCard.SplitCard set = EnvironmentCatalogue.split(environment, split);
        long end = set.size() - limit < cursor ? set.size() : cursor + limit;
        List<TaskRow> tasks = new ArrayList<>();
        for (long index = cursor; index < end; index++) {
            tasks.add(row(environment, set, index));
        }
        return new TaskPage(tasks, end < set.size() ? Long.toString(end) : null);
    }

    private TaskRow row(Environment environment, EnvironmentCard.SplitCard split, long index) {
        return new TaskRow(
                split.label(),
                index,
                ShownTask.of(
                        judging.pose(
                                environment, split.at(index), null, "split", Judging.Turn.NOW)));
    }

    private static ShownCard card(Environment environment) {
        return ShownCard.of(environment.card(), environment.engines());
    }
}
