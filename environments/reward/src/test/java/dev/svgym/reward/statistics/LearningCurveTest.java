package dev.svgym.reward.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.reward.RewardsRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

    private static final LearningCurve CURVE =
            new LearningCurve(List.of(0.0, 10.0, 20.0, 30.0), List.of(0.1, 0.5, 0.3, 0.7));

    @Test
    void a_target_is_reached_on_the_line_between_two_steps() {
        assertThat(CURVE.stepsTo(0.3, 1, true).orElseThrow()).isCloseTo(5, within(1e-14));
        assertThat(CURVE.stepsTo(0.3, 1, false)).hasValue(10);
    }

    @Test
    void a_target_that_must_hold_is_reached_later() {
        assertThat(CURVE.stepsTo(0.4, 2, true)).isEmpty();
        assertThat(CURVE.stepsTo(0.3, 3, false)).hasValue(10);
    }

    @Test
    void a_target_that_the_first_value_reaches_needs_no_line() {
        assertThat(CURVE.stepsTo(0.1, 1, true)).hasValue(0);
    }

    @Test
    void a_target_out_of_reach_is_never_reached() {
        assertThat(CURVE.stepsTo(0.71, 1, true)).isEmpty();
        assertThat(new LearningCurve(List.of(), List.of()).stepsTo(0, 1, true)).isEmpty();
    }

    @Test
    void needs_ascending_steps_with_a_value_each() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new LearningCurve(List.of(1.0, 1.0), List.of(0.0, 0.0)));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new LearningCurve(List.of(1.0), List.of()));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> CURVE.stepsTo(0.5, 0, true));
    }
}
