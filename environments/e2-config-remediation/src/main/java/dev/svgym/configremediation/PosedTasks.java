package dev.svgym.configremediation;

import dev.svgym.environment.TaskReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Tasks that were posed lately: posing one again gives the same task and costs nothing. Callers who want one at the same
 * time wait for one posing. What failed is not kept.
 */
final class PosedTasks {

    private final Function<TaskReference, RemediationTask> posing;
    private final Map<TaskReference, FutureTask<RemediationTask>> kept;

    /**
     * @param most tasks that are kept, at least 1
     */
    PosedTasks(int most, Function<TaskReference, RemediationTask> posing) {
        this.posing = posing;
        this.kept =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<TaskReference, FutureTask<RemediationTask>> eldest) {
                        return size() > most;
                    }
                };
    }

    RemediationTask task(TaskReference reference) {
        FutureTask<RemediationTask> task;
        synchronized (kept) {
            task =
                    kept.computeIfAbsent(
                            reference, absent -> new FutureTask<>(() -> posing.apply(absent)));
        }
        // Runs once: whoever comes later waits below.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a task was posed");
        } catch (ExecutionException e) {
            synchronized (kept) {
                kept.remove(reference, task);
            }
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
