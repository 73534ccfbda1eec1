package dev.svgym.networklogs;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One invocation is one task, each time another one of its split. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class TaskBenchmark {

    private static final int KEPT = 4096;
    private static final String ANSWER =
            "{\"label\": \"Malicious\", \"confidence\": 0.83, \"rationale\": \"many short flows to one port\"}";

    @Param({"TRAIN", "OOD"})
    Split split;

    private final NetworkLogs environment = new NetworkLogs(Optional.empty(), Scoring.POSTERIOR);
    private final NetworkLogTask[] tasks = new NetworkLogTask[KEPT];
    private long next;

    /** Makes the tasks that are digested and judged. */
    @Setup
    public void pose() {
        for (int i = 0; i < KEPT; i++) {
            tasks[i] = (NetworkLogTask) environment.pose(new TaskReference.FromSplit(split, i));
        }
    }

    /** The baseline: the digest alone of a task that is there. */
    @Benchmark
    public String digestAlone() {
        return NetworkLogTask.digest(CaseGenerator.VERSION, nextTask().messages());
    }

    /** A task: drawn, written, digested. */
    @Benchmark
    public Object generate() {
        return environment.pose(new TaskReference.FromSplit(split, next++));
    }

    /** An answer to a task that is there: read and judged. */
    @Benchmark
    public Outcome judge() {
        return environment.step(nextTask(), Trajectory.EMPTY, new Action.Answer(ANSWER));
    }

    private NetworkLogTask nextTask() {
        return tasks[(int) (next++ % KEPT)];
    }
}
