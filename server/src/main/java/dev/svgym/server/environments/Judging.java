package dev.svgym.server.environments;

import dev.svgym.environment.Action;
import dev.svgym.environment.Environment;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.Trajectory;
import dev.svgym.server.metrics.Meters;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.FieldError;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.problems.Trace;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls environments, on a bounded pool. An environment that throws, or takes too long, is our fault and never a reward.
 * Safe for use by many threads.
 */
@Component
public class Judging {

    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);
    private static final String VERIFIER = "verifier";

    /** Calls of brief environments between two at which a virtual thread gives way. */
    private static final int TURN = 16;

    private final int threads;
    private final JudgingPool pool;
    private final JudgingSettings settings;
    private final Meters meters;
    private final AtomicInteger brief = new AtomicInteger();

    Judging(JudgingSettings settings, Meters meters) {
        this.threads = settings.threadsOr(Runtime.getRuntime().availableProcessors());
        this.pool = new JudgingPool(threads, settings.queue(), settings.deadline());
        this.settings = settings;
        this.meters = meters;
        meters.judgingQueue(pool::length);
    }

    /** How a call waits for its turn. */
    public enum Turn {
        /** Refused with 429 where there is no room: for a request of its own. */
        NOW,
        /** As long as it takes: for a part of a request that was admitted as a whole. */
        QUEUED
    }

    /**
     * The task that a request names.
     *
     * @param pointer where the request names it
     * @throws ProblemException where it cannot be posed, or is not the one that was expected
     */
    public Task pose(
            Environment environment,
            TaskReference reference,
            @Nullable String expectedDigest,
            String pointer,
            Turn turn) {
        try {
            return run(
                    environment,
                    turn,
                    () -> poseHere(environment, reference, expectedDigest, pointer));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException problem
                    ? problem
                    : fault(unexpected(environment, e.getCause()));
        } catch (JudgingPool.OverdueException e) {
            throw fault(overdue(environment));
        } catch (RejectedExecutionException e) {
            throw fault(stopping());
        }
    }

    /** The same on the calling thread, which is one that {@link #each} gave. */
    public Task poseHere(
            Environment environment,
            TaskReference reference,
            @Nullable String expectedDigest,
            String pointer) {
        Task task;
        try {
            task = environment.pose(reference);
        } catch (TaskRefusedException refused) {
            throw refusal(refused, pointer);
        } catch (RuntimeException | Error e) {
            throw fault(unexpected(environment, e));
        }
        if (expectedDigest != null && !expectedDigest.equals(task.digest())) {
            String message =
                    "expected the digest %s, the task's is %s; fetch the task again"
                            .formatted(Excerpt.of(expectedDigest), task.digest());
            throw ProblemException.of(ProblemType.TASK_CHANGED, message)
                    .withErrors(List.of(new FieldError(pointer + "/expect_digest", message)));
        }
        return task;
    }

    /** What an action leads to; {@link Outcome.Failed} where the environment throws or is overdue. */
    public Outcome step(
            Environment environment, Task task, Trajectory trajectory, Action action, Turn turn) {
        try {
            return run(environment, turn, () -> stepHere(environment, task, trajectory, action));
        } catch (ExecutionException e) {
            return counted(environment, unexpected(environment, e.getCause()));
        } catch (JudgingPool.OverdueException e) {
            return overdue(environment);
        } catch (RejectedExecutionException e) {
            return stopping();
        }
    }

    /** The same on the calling thread, which is one that {@link #each} gave. */
    public Outcome stepHere(
            Environment environment, Task task, Trajectory trajectory, Action action) {
        Outcome outcome;
        try {
            outcome =
                    meters.judging(
                            environment.card().id(),
                            () -> environment.step(task, trajectory, action));
        } catch (RuntimeException | Error e) {
            outcome = unexpected(environment, e);
        }
        return outcome instanceof Outcome.Failed failed ? counted(environment, failed) : outcome;
    }

    /**
     * Does the same to many values, for a request that was admitted as a whole. Each has the deadline of a step; several
     * that are short share a turn.
     *
     * @param environment that the work is about
     * @param width most threads that are asked for at the same time
     * @param work runs on a judging thread, or here where it is brief and alone; what it throws gives up the rest
     * @param overdue what comes of a value whose work was stopped at its deadline
     * @param sink gets each result as it is there, on the calling thread; what it throws gives up the rest
     */
    public <T, R> void each(
            Environment environment,
            List<T> values,
            int width,
            Function<T, R> work,
            Function<T, R> overdue,
            Consumer<R> sink) {
        if (environment.isBrief() && values.size() == 1) {
            R result = work.apply(values.getFirst());
            giveWay();
            sink.accept(result);
            return;
        }
        try {
            new Batch<>(pool, values, work, overdue).run(Math.min(width, threads), sink);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (RejectedExecutionException e) {
            throw fault(stopping());
        }
    }

    /** What a step that was stopped at its deadline leads to. */
    public Outcome.Failed overdue(Environment environment) {
        LOG.warn("{} took longer than {}", environment.card().id(), settings.deadline());
        return counted(
                environment,
                new Outcome.Failed(
                        VERIFIER,
                        "it took longer than %d ms and was stopped"
                                .formatted(settings.deadline().toMillis()),
                        Duration.ofSeconds(5)));
    }

    /** Arithmetic that takes long enough to be kept off the carriers of requests. */
    public <T> T compute(Supplier<T> work) {
        try {
            return run(Turn.NOW, work::get);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("arithmetic failed", e.getCause());
        } catch (JudgingPool.OverdueException e) {
            throw ProblemException.of(
                            ProblemType.OVERLOADED,
                            "the arithmetic took longer than %d ms; send less in one request"
                                    .formatted(settings.deadline().toMillis()))
                    .withRetryAfter(settings.retryAfter());
        }
    }

    /** An engine's fault, or that it has too much to do, as a problem. */
    public static ProblemException fault(Outcome.Failed failed) {
        return ProblemException.of(
                        failed.overloaded() ? ProblemType.OVERLOADED : ProblemType.ENGINE_FAULT,
                        "%s: %s; nothing was stored, send the same call again"
                                .formatted(failed.engine(), failed.detail()))
                .withRetryAfter(failed.retryAfter());
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    private <T> T run(Environment environment, Turn turn, Callable<T> work)
            throws ExecutionException, JudgingPool.OverdueException {
        if (!environment.isBrief()) {
            return run(turn, work);
        }
        try {
            return work.call();
        } catch (Exception | Error e) {
            throw new ExecutionException(e);
        } finally {
            giveWay();
        }
    }

    /**
     * A connection whose client is quick would else keep its virtual thread's carrier from all others; now and then is
     * enough. A platform thread is the business of whoever made it.
     */
    @SuppressWarnings("ThreadPriorityCheck") // Right without it too, only not fair.
    private void giveWay() {
        if (Thread.currentThread().isVirtual() && brief.getAndIncrement() % TURN == 0) {
            Thread.yield();
        }
    }

    private <T> T run(Turn turn, Callable<T> work)
            throws ExecutionException, JudgingPool.OverdueException {
        try {
            return switch (turn) {
                case NOW -> pool.now(work, settings.patience());
                case QUEUED -> pool.inTurn(work);
            };
        } catch (JudgingPool.FullException e) {
            throw ProblemException.of(
                            ProblemType.OVERLOADED,
                            "every verifier is busy and the queue of %d is full; nothing was stored, send the same call again"
                                    .formatted(settings.queue()))
                    .withRetryAfter(settings.retryAfter());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ProblemException interrupted() {
        Thread.currentThread().interrupt();
        return ProblemException.of(
                        ProblemType.OVERLOADED,
                        "the call was given up before it was served; send it again")
                .withRetryAfter(settings.retryAfter());
    }

    private static ProblemException refusal(TaskRefusedException refused, String pointer) {
        ProblemType type =
                switch (refused.reason()) {
                    case UNKNOWN -> ProblemType.UNKNOWN_TASK;
                    case INVALID -> ProblemType.INVALID_TASK;
                    case UNAVAILABLE -> ProblemType.TASK_UNAVAILABLE;
                    case OVERLOADED -> ProblemType.OVERLOADED;
                };
        String message = String.valueOf(refused.getMessage());
        var problem = ProblemException.of(type, message);
        if (type.isOurs()) {
            return problem.withRetryAfter(Duration.ofSeconds(5));
        }
        return problem.withErrors(
                refused.errors().isEmpty()
                        ? List.of(new FieldError(pointer, message))
                        : refused.errors().stream()
                                .map(error ->
                                        new FieldError(
                                                pointer + "/inline" + error.pointer(),
                                                error.message()))
                                .toList());
    }

    private static Outcome.Failed stopping() {
        return new Outcome.Failed(VERIFIER, "the server is stopping", Duration.ofSeconds(5));
    }

    private static Outcome.Failed unexpected(Environment environment, @Nullable Throwable cause) {
        LOG.error("{} threw {}", environment.card().id(), Trace.of(cause));
        return new Outcome.Failed(
                VERIFIER,
                "the environment failed in a way that it should not; the server's log says how",
                Duration.ofSeconds(5));
    }

    private Outcome.Failed counted(Environment environment, Outcome.Failed failed) {
        meters.engineFault(environment.card().id(), failed.engine());
        return failed;
    }
}
