package dev.svgym.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BatchEstimatorsTest {

    @Test
    void reinforce_pp_standardises_over_all_groups() {
        // Mean 2, sd 2 without ddof.
        assertThat(new ReinforcePp(0, 0).advantages(List.of(Group.of(0, 4), Group.of(4, 0))))
                .extracting(Advantages::values)
                .containsExactly(List.of(-1.0, 1.0), List.of(1.0, -1.0));
    }

    @Test
    void the_baseline_is_taken_off_within_each_group_first() {
        // 0 and 2 become -1 and 1, 10 and 14 become -2 and 2; the sum of squares is 10, over 4 is
        // 2.5.
        double sd = Math.sqrt(2.5);

        assertThat(
                        new ReinforcePpBaseline(0, 0)
                                .advantages(List.of(Group.of(0, 2), Group.of(10, 14))))
                .extracting(Advantages::values)
                .containsExactly(List.of(-1 / sd, 1 / sd), List.of(-2 / sd, 2 / sd));
    }

    @Test
    void lost_rollouts_are_not_in_the_batch() {
        var group =
                new Group(
                        List.of(OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.of(4)),
                        InvalidPolicy.EXCLUDE,
                        Sampling.FIXED_N);

        assertThat(new ReinforcePp(0, 0).advantages(List.of(group)).getFirst().values())
                .containsExactly(-1.0, 0.0, 1.0);
    }

    @Test
    void a_single_entry_or_equal_ones_get_zero() {
        assertThat(new ReinforcePp(1, 0).advantages(List.of(Group.of(0.7))).getFirst().values())
                .containsExactly(0.0);
        assertThat(
                        new ReinforcePp(1, 0)
                                .advantages(List.of(Group.of(0.1, 0.1), Group.of(0.1)))
                                .getFirst()
                                .values())
                .containsExactly(0.0, 0.0);
        assertThat(
                        new ReinforcePpBaseline(1, 0)
                                .advantages(List.of(Group.of(0.1, 0.1), Group.of(0.9, 0.9)))
                                .getLast()
                                .values())
                .containsExactly(0.0, 0.0);
    }

    @Test
    void an_empty_batch_gets_an_empty_answer() {
        assertThat(new ReinforcePp(1, 0).advantages(List.of())).isEmpty();
    }
}
