package dev.svgym.server.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final List<Integer> VALUES = IntStream.range(0, 500).boxed().toList();

    private final JudgingPool pool = new JudgingPool(2, 2, Duration.ofMillis(200));

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void gives_each_value_one_result_on_judging_threads() throws Exception {
        List<Integer> results = new ArrayList<>();
        Set<String> threads = ConcurrentHashMap.newKeySet();

        new Batch<Integer, Integer>(
                        pool,
                        VALUES,
                        value -> {
                            threads.add(Thread.currentThread().getName());
                            return -value;
                        },
                        _ -> 1)
                .run(2, results::add);

        assertThat(results)
                .containsExactlyInAnyOrderElementsOf(VALUES.stream().map(v -> -v).toList());
        assertThat(threads).allMatch(name -> name.startsWith("judging-"));
    }

    @Test
    void works_on_as_many_values_at_a_time_as_it_may_and_no_more() throws Exception {
        var together = new CountDownLatch(2);
        var most = new AtomicInteger();
        var now = new AtomicInteger();

        new Batch<Integer, Integer>(
                        pool,
                        VALUES.subList(0, 20),
                        value -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            together.countDown();
                            await(together);
                            now.decrementAndGet();
                            return value;
                        },
                        value -> value)
                .run(2, _ -> {});

        assertThat(most).hasValue(2);
    }

    @Test
    void stops_a_value_at_its_deadline_and_goes_on_with_the_others() throws Exception {
        List<String> results = new ArrayList<>();

        new Batch<Integer, String>(
                        pool,
                        VALUES.subList(0, 50),
                        value -> {
                            if (value == 7) {
                                await(new CountDownLatch(1));
                            }
                            return "done";
                        },
                        value -> "overdue " + value)
                .run(1, results::add);

        assertThat(results).hasSize(50).containsOnlyOnce("overdue 7");
    }

    @Test
    void gives_up_the_rest_where_a_result_is_not_wanted() {
        var done = new AtomicInteger();

        assertThatThrownBy(() ->
                        new Batch<Integer, Integer>(
                                        pool,
                                        VALUES,
                                        value -> {
                                            await(new CountDownLatch(1), 3);
                                            return done.incrementAndGet();
                                        },
                                        value -> value)
                                .run(
                                        2,
                                        _ -> {
                                            throw new IllegalArgumentException("gone");
                                        }))
                .hasMessage("gone");
        assertThat(done.get()).isLessThan(VALUES.size());
    }

    @Test
    void fails_where_the_work_does() {
        assertThatThrownBy(() ->
                        new Batch<Integer, Integer>(
                                        pool,
                                        VALUES,
                                        value -> {
                                            if (value == 3) {
                                                throw new StackOverflowError();
                                            }
                                            return value;
                                        },
                                        value -> value)
                                .run(2, _ -> {}))
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    private static void await(CountDownLatch latch) {
        await(latch, 60_000);
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            if (!latch.await(millis, TimeUnit.MILLISECONDS) && millis > 10_000) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
