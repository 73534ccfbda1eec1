package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.SuccessCount;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassAtKCurveTest {

    private static final PassAtKCurve CURVE =
            new PassAtKCurve(List.of(new SuccessCount(1, 4), new SuccessCount(4, 4)));

    @Test
    void is_the_mean_over_tasks_and_not_over_rollouts() {
        // pass@1 is 1/4 and 1, pass@2 is 1/2 and 1.
        assertThat(CURVE.at(List.of(1, 2, 4))).containsExactly(0.625, 0.75, 1.0);
    }

    @Test
    void its_interval_resamples_tasks() {
        var interval = CURVE.interval(1, new Bootstrap(Confidence.of(0.9), 100, 1));

        assertThat(interval).isEqualTo(new Interval(0.25, 1));
    }

    @Test
    void ends_where_the_smallest_task_does() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> CURVE.at(5))
                .returns(K_OUT_OF_RANGE, RewardsRefusedException::code);
    }

    @Test
    void needs_a_task() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new PassAtKCurve(List.of()));
    }
}
