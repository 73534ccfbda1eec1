package dev.svgym.reward.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.SuccessCount;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrataTest {

    private static final Strata HALVES = new Strata(List.of(0.0, 0.5, 1.0), 0, 0);

    @Test
    void a_bucket_holds_its_lower_edge_and_the_last_its_upper_one_too() {
        assertThat(HALVES.bucket(new SuccessCount(0, 8))).hasValue(0);
        assertThat(HALVES.bucket(new SuccessCount(4, 8))).hasValue(1);
        assertThat(HALVES.bucket(new SuccessCount(8, 8))).hasValue(1);
    }

    @Test
    void shrinking_tells_few_rollouts_from_many() {
        var strata = new Strata(List.of(0.0, 0.02, 1.0), 0.5, 0.5);

        assertThat(strata.shrunkPassRate(new SuccessCount(0, 4))).isEqualTo(0.1);
        assertThat(strata.bucket(new SuccessCount(0, 4))).hasValue(1);
        assertThat(strata.bucket(new SuccessCount(0, 1000))).hasValue(0);
    }

    @Test
    void rounding_carries_no_task_over_an_edge() {
        // 1/10 lies below the double 0.1, although (double) 1/10 equals it.
        var strata = new Strata(List.of(0.0, 0.1, 1.0), 0, 0);

        assertThat(strata.bucket(new SuccessCount(1, 10))).hasValue(0);
    }

    @Test
    void a_task_outside_the_edges_has_no_bucket() {
        var strata = new Strata(List.of(0.25, 0.75), 0, 0);

        assertThat(strata.bucket(new SuccessCount(1, 8))).isEmpty();
        assertThat(strata.bucket(new SuccessCount(7, 8))).isEmpty();
        assertThat(strata.bucket(new SuccessCount(6, 8))).hasValue(0);
    }

    @Test
    void a_stratum_pools_the_rollouts_of_its_tasks() {
        var strata = HALVES.of(List.of(new SuccessCount(1, 4), new SuccessCount(0, 12)));

        assertThat(strata)
                .containsExactly(new Strata.Stratum(2, 16, 1), new Strata.Stratum(0, 0, 0));
        assertThat(strata.getFirst().passRate()).hasValue(1 / 16.0);
        assertThat(strata.getLast().passRate()).isEmpty();
    }

    @Test
    void needs_ascending_edges_and_rollouts_or_a_prior() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new Strata(List.of(0.0, 0.0), 1, 1));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new Strata(List.of(0.0), 1, 1));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new Strata(List.of(0.0, 1.0), -1, 1));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> HALVES.bucket(new SuccessCount(0, 0)));
    }
}
