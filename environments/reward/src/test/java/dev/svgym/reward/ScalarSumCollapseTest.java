package dev.svgym.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScalarSumCollapseTest {

    private static List<OptionalDouble> row(double first, double second) {
        return List.of(OptionalDouble.of(first), OptionalDouble.of(second));
    }

    @Test
    void counts_pairs_that_only_the_parts_tell_apart() {
        var group = new PartsGroup(List.of(row(1, 0), row(0, 1), row(0, 1), row(1, 1)));

        var collapse = ScalarSumCollapse.of(group, List.of(1.0, 1.0));

        // Of the 6 pairs one is of equal rows; (1,0) collapses with each of the two (0,1).
        assertThat(collapse).isEqualTo(new ScalarSumCollapse(4, 3, 2, 5, 2));
        assertThat(collapse.share()).isEqualTo(0.4);
    }

    @Test
    void other_weights_keep_them_apart() {
        var group = new PartsGroup(List.of(row(1, 0), row(0, 1)));

        assertThat(ScalarSumCollapse.of(group, List.of(1.0, 0.5)).share()).isZero();
    }

    @Test
    void sums_that_differ_by_rounding_are_equal() {
        var group = new PartsGroup(List.of(row(0.1, 0.2), row(0.3, 0)));

        assertThat(ScalarSumCollapse.of(group, List.of(1.0, 1.0)).sums()).isEqualTo(1);
    }

    @Test
    void a_missing_part_adds_nothing_but_is_not_a_zero() {
        var group =
                new PartsGroup(
                        List.of(row(1, 0), List.of(OptionalDouble.of(1), OptionalDouble.empty())));

        assertThat(ScalarSumCollapse.of(group, List.of(1.0, 1.0)))
                .isEqualTo(new ScalarSumCollapse(2, 2, 1, 1, 1));
    }

    @Test
    void rollouts_without_any_part_are_left_out() {
        var group =
                new PartsGroup(List.of(List.of(OptionalDouble.empty(), OptionalDouble.empty())));

        assertThat(ScalarSumCollapse.of(group, List.of(1.0, 1.0)))
                .isEqualTo(new ScalarSumCollapse(0, 0, 0, 0, 0));
    }
}
