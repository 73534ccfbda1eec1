package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskReference.FromSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PosedTasksTest {

    private static final RemediationTask TASK =
            (RemediationTask)
                    Examples.ENVIRONMENT.pose(
                            new TaskReference.Inline(
                                    JsonMapper.shared()
                                            .readTree(Examples.definition(Examples.REPAIRED))));

    private final AtomicInteger posings = new AtomicInteger();

    private static FromSplit at(int index) {
        return new FromSplit(Split.TRAIN, index);
    }

    @Test
    void are_posed_once_for_callers_who_want_one_at_the_same_time() throws Exception {
        var started = new CountDownLatch(1);
        var tasks =
                new PosedTasks(
                        4,
                        _ -> {
                            posings.incrementAndGet();
                            started.countDown();
                            return TASK;
                        });
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<RemediationTask>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(threads.submit(() -> tasks.task(at(1))));
            }
            started.await();
            for (Future<RemediationTask> task : all) {
                assertThat(task.get()).isSameAs(TASK);
            }
        }

        assertThat(posings).hasValue(1);
    }

    @Test
    void forget_the_one_that_was_wanted_longest_ago() {
        var tasks =
                new PosedTasks(
                        2,
                        _ -> {
                            posings.incrementAndGet();
                            return TASK;
                        });
        for (int index : new int[] {1, 2, 1, 3, 1, 2}) {
            tasks.task(at(index));
        }

        // 1, 2 and 3 once each, and 2 again: 3 had put it out
        assertThat(posings).hasValue(4);
    }

    @Test
    void try_again_what_failed() {
        var tasks =
                new PosedTasks(
                        2,
                        _ -> {
                            if (posings.incrementAndGet() == 1) {
                                throw new IllegalStateException("down");
                            }
                            return TASK;
                        });

        assertThatThrownBy(() -> tasks.task(at(1))).hasMessage("down");
        assertThat(tasks.task(at(1))).isSameAs(TASK);
    }
}
