package dev.svgym.server.references;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Task;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.environments.ShownTask;
import java.util.Iterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Poses tasks and asks for their references. */
@Component
class References {

    private final EnvironmentCatalogue catalogue;
    private final Judging judging;

    References(EnvironmentCatalogue catalogue, Judging judging) {
        this.catalogue = catalogue;
        this.judging = judging;
    }

    /**
     * A task and its hidden part.
     *
     * @param task as an agent is shown it
     * @param stratum what kind of task it is
     * @param reference an answer that succeeds, and facts that each environment documents; null where there is none
     */
    record Referenced(
            String environment,
            String split,
            long index,
            ShownTask task,
            String stratum,
            @Nullable JsonNode reference) {}

    /**
     * Tasks of a split in order, each posed when it is asked for.
     *
     * @param from first index
     * @param count most tasks; fewer where the split ends
     */
    Iterator<Referenced> of(String id, String split, long from, long count) {
        Environment environment = catalogue.get(id);
        SplitCard set = EnvironmentCatalogue.split(environment, split);
        long end = set.size() - count < from ? set.size() : from + count;
        Stream<Referenced> rows =
                LongStream.range(from, end).mapToObj(index -> row(environment, set, index));
        return rows.iterator();
    }

    private Referenced row(Environment environment, SplitCard set, long index) {
        Task task = judging.pose(environment, set.at(index), null, "split", Judging.Turn.QUEUED);
        return new Referenced(
                environment.card().id(),
                set.label(),
                index,
                ShownTask.of(task),
                task.stratum(),
                environment.reference(task).orElse(null));
    }
}
