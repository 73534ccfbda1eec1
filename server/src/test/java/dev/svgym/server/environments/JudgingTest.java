package dev.svgym.server.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Action;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.server.arithmetic.Arithmetic;
import dev.svgym.server.metrics.Meters;
import dev.svgym.server.problems.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgingTest {

    private final Arithmetic arithmetic = new Arithmetic();
    private final Task task = arithmetic.pose(new TaskReference.FromSplit(Split.TRAIN, 3));
    private Judging judging = judging(Duration.ofSeconds(10), Duration.ofSeconds(10));

    private static Judging judging(Duration patience, Duration deadline) {
        return new Judging(
                new JudgingSettings(1, 1, patience, deadline, Duration.ofSeconds(3)),
                new Meters(new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        judging.close();
    }

    private Outcome answer(Judging.Turn turn) {
        return judging.step(
                arithmetic, task, Trajectory.EMPTY, new Action.Answer("{\"sum\":5}"), turn);
    }

    @Test
    void refuses_at_once_what_finds_thread_and_queue_taken_and_works_again_afterwards()
            throws Exception {
        arithmetic.slowDown(300);
        int full = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(threads.submit(() -> answer(Judging.Turn.NOW)));
            }
            for (Future<Outcome> call : calls) {
                try {
                    assertThat(call.get()).isInstanceOf(Outcome.Finished.class);
                } catch (ExecutionException refused) {
                    assertThat(refused)
                            .hasCauseInstanceOf(ProblemException.class)
                            .hasMessageContaining("queue of 1 is full");
                    full++;
                }
            }
        }
        arithmetic.slowDown(0);

        assertThat(full).isEqualTo(4);
        assertThat(answer(Judging.Turn.NOW)).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void gives_up_a_step_that_waits_too_long_for_a_thread() {
        judging.close();
        judging = judging(Duration.ofMillis(50), Duration.ofSeconds(10));
        arithmetic.slowDown(1000);
        Thread first = Thread.startVirtualThread(() -> answer(Judging.Turn.NOW));

        assertThatThrownBy(
                        () -> {
                            Thread.sleep(20);
                            answer(Judging.Turn.NOW);
                        })
                .isInstanceOf(ProblemException.class);
        first.interrupt();
    }

    @Test
    void stops_a_step_at_its_deadline_and_takes_it_for_a_fault() {
        judging.close();
        judging = judging(Duration.ofSeconds(10), Duration.ofMillis(50));
        arithmetic.slowDown(10_000);

        assertThat(answer(Judging.Turn.NOW)).isInstanceOf(Outcome.Failed.class);
        arithmetic.slowDown(0);
        assertThat(answer(Judging.Turn.NOW)).isInstanceOf(Outcome.Finished.class);
    }

    /** The arithmetic says of itself whether it is brief, and notes who calls it. */
    private record Called(Environment environment, boolean isBrief, List<Thread> by)
            implements Environment {

        @Override
        public EnvironmentCard card() {
            return environment.card();
        }

        @Override
        public Task pose(TaskReference reference) {
            by.add(Thread.currentThread());
            return environment.pose(reference);
        }

        @Override
        public Outcome step(Task task, Trajectory trajectory, Action action) {
            by.add(Thread.currentThread());
            return environment.step(task, trajectory, action);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void calls_an_environment_here_where_it_is_brief_and_on_a_thread_of_its_own_where_not(
            boolean isBrief) {
        var called = new Called(arithmetic, isBrief, new ArrayList<>());

        Task posed =
                judging.pose(
                        called,
                        new TaskReference.FromSplit(Split.TRAIN, 3),
                        null,
                        "",
                        Judging.Turn.NOW);
        var answer = new Action.Answer("{\"sum\":5}");
        judging.step(called, posed, Trajectory.EMPTY, answer, Judging.Turn.NOW);
        judging.each(
                called,
                List.of(answer),
                4,
                one -> judging.stepHere(called, posed, Trajectory.EMPTY, one),
                _ -> judging.overdue(called),
                outcome -> assertThat(outcome).isInstanceOf(Outcome.Finished.class));

        assertThat(called.by())
                .hasSize(3)
                .allMatch(thread -> (thread == Thread.currentThread()) == isBrief);
    }

    @Test
    void answers_as_busy_where_the_server_stops() {
        judging.close();

        assertThat(answer(Judging.Turn.NOW)).isInstanceOf(Outcome.Failed.class);
        assertThatThrownBy(() ->
                        judging.pose(
                                arithmetic,
                                new TaskReference.FromSplit(Split.TRAIN, 3),
                                null,
                                "",
                                Judging.Turn.NOW))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stopping");
    }
}
