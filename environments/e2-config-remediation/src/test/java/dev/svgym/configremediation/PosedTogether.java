package dev.svgym.configremediation;

import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Poses tasks side by side, since Semgrep takes many at a time. */
final class PosedTogether {

    private static final int AT_ONCE = 16;

    private PosedTogether() {}

    /** Names the task of a split at an index. */
    interface Places {
        TaskReference at(Split split, long index);
    }

    static List<RemediationTask> first(Places places, Split split, int number) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<RemediationTask>> posed =
                    LongStream.range(0, number)
                            .mapToObj(index -> places.at(split, index))
                            .map(place ->
                                    threads.submit(() ->
                                            (RemediationTask) Examples.ENVIRONMENT.pose(place)))
                            .toList();
            return posed.stream().map(PosedTogether::result).toList();
        }
    }

    private static RemediationTask result(Future<RemediationTask> posed) {
        try {
            return posed.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a task could not be posed", e);
        }
    }
}
