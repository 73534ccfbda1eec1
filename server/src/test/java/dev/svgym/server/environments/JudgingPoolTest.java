package dev.svgym.server.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.svgym.server.environments.JudgingPool.FullException;
import dev.svgym.server.environments.JudgingPool.OverdueException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JudgingPoolTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        callers.shutdownNow();
    }

    @Test
    void works_again_on_the_thread_that_worked_last() throws Exception {
        try (var pool = new JudgingPool(64, 0, LONG)) {
            Set<String> threads = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                threads.add(pool.inTurn(() -> Thread.currentThread().getName()));
                await().until(() -> pool.length() == 0);
            }
            assertThat(threads).hasSizeLessThan(10).allMatch(name -> name.startsWith("judging-"));
        }
    }

    @Test
    void refuses_at_once_where_the_queue_is_full() throws Exception {
        try (var pool = new JudgingPool(1, 1, LONG)) {
            Future<String> running = callers.submit(() -> pool.now(untilTheGateOpens(), LONG));
            await().until(() -> pool.length() == 1);
            Future<String> waiting = callers.submit(() -> pool.now(untilTheGateOpens(), LONG));
            await().until(() -> pool.length() == 2);

            assertThatThrownBy(() -> pool.now(untilTheGateOpens(), LONG))
                    .isInstanceOf(FullException.class);

            gate.countDown();
            assertThat(running.get()).isEqualTo("done");
            assertThat(waiting.get()).isEqualTo("done");
            await().until(() -> pool.length() == 0);
        }
    }

    @Test
    void refuses_a_call_for_which_no_thread_became_free_in_time() {
        try (var pool = new JudgingPool(1, 1, LONG)) {
            callers.execute(() -> occupy(pool));
            await().until(() -> pool.length() == 1);

            assertThatThrownBy(() -> pool.now(untilTheGateOpens(), SHORT))
                    .isInstanceOf(FullException.class);
            assertThat(pool.length()).isOne();
        }
    }

    @Test
    void gives_a_part_of_what_was_admitted_its_turn_however_long_it_waits() throws Exception {
        try (var pool = new JudgingPool(1, 0, LONG)) {
            callers.execute(() -> occupy(pool));
            await().until(() -> pool.length() == 1);
            Future<String> inTurn = callers.submit(() -> pool.inTurn(() -> "in turn"));
            await().until(() -> pool.length() == 2);

            gate.countDown();

            assertThat(inTurn.get()).isEqualTo("in turn");
        }
    }

    @Test
    void holds_the_thread_of_overdue_work_until_that_really_ends() {
        try (var pool = new JudgingPool(1, 0, SHORT)) {
            assertThatThrownBy(() -> pool.inTurn(this::deafWork))
                    .isInstanceOf(OverdueException.class);

            assertThat(pool.length()).isOne();
            assertThat(pool.tryThread()).isFalse();
            gate.countDown();
            await().until(() -> pool.length() == 0);
        }
    }

    @Test
    void interrupts_overdue_work() {
        try (var pool = new JudgingPool(1, 0, SHORT)) {
            assertThatThrownBy(() -> pool.inTurn(untilTheGateOpens()))
                    .isInstanceOf(OverdueException.class);

            await().until(() -> pool.length() == 0);
        }
    }

    private void occupy(JudgingPool pool) {
        try {
            pool.now(untilTheGateOpens(), LONG);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Callable<String> untilTheGateOpens() {
        return () -> {
            gate.await();
            return "done";
        };
    }

    /** Work that takes no notice of an interrupt. */
    private String deafWork() {
        boolean interrupted = false;
        while (true) {
            try {
                gate.await();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return "done";
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
