package dev.svgym.reward.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.svgym.reward.RewardsRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void the_same_seed_gives_the_same_interval() {
        var values = List.of(0.1, 0.4, 0.7, 0.9);

        assertThat(new Bootstrap(Confidence.USUAL, 200, 7).ofMean(values))
                .isEqualTo(new Bootstrap(Confidence.USUAL, 200, 7).ofMean(values))
                .isNotEqualTo(new Bootstrap(Confidence.USUAL, 200, 8).ofMean(values));
    }

    @Test
    void equal_values_leave_no_doubt() {
        assertThat(new Bootstrap(Confidence.USUAL, 100, 1).ofMean(List.of(0.1, 0.1, 0.1)))
                .isEqualTo(new Interval(0.1, 0.1));
    }

    @Test
    void one_repetition_is_its_own_interval() {
        var interval = new Bootstrap(Confidence.USUAL, 1, 3).ofMean(List.of(0.0, 1.0));

        assertThat(interval.low()).isEqualTo(interval.high()).isIn(0.0, 0.5, 1.0);
    }

    @Test
    void needs_values_and_repetitions() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new Bootstrap(Confidence.USUAL, 10, 1).ofMean(List.of()));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new Bootstrap(Confidence.USUAL, 0, 1));
    }
}
