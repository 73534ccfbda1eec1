package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.BIASED_COMBINATION;
import static dev.svgym.reward.RewardsRefusedException.Code.NEGATIVE_CONDITIONED_PART;
import static dev.svgym.reward.RewardsRefusedException.Code.NON_BINARY_REWARD;
import static dev.svgym.reward.RewardsRefusedException.Code.NON_FINITE_REWARD;
import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.svgym.reward.Gdpo.Batch;
import dev.svgym.reward.Gdpo.Condition;
import dev.svgym.reward.Gdpo.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GdpoTest {

    private static final double MISSING = Double.NaN;

    private static PartsGroup group(double[]... rows) {
        List<List<OptionalDouble>> rollouts = new ArrayList<>();
        for (double[] row : rows) {
            List<OptionalDouble> parts = new ArrayList<>();
            for (double value : row) {
                parts.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
            }
            rollouts.add(parts);
        }
        return new PartsGroup(rollouts);
    }

    private static double[] row(double... parts) {
        return parts;
    }

    private static Gdpo gdpo(List<Double> weights, Norm... norms) {
        return new Gdpo(weights, List.of(norms), 0, 0, Batch.NONE, List.of(), OptionalInt.empty());
    }

    private static Gdpo conditioned(Condition... conditions) {
        return new Gdpo(
                List.of(1.0, 1.0),
                List.of(Norm.MAXRL_LOO, Norm.CENTER),
                0,
                0,
                Batch.NONE,
                List.of(conditions),
                OptionalInt.empty());
    }

    private static Gdpo batched(Batch batch, Norm... norms) {
        return new Gdpo(List.of(), List.of(norms), 0, 0, batch, List.of(), OptionalInt.empty());
    }

    private static List<Double> only(Gdpo gdpo, PartsGroup group) {
        return gdpo.advantages(List.of(group)).getFirst().values();
    }

    @Test
    void parts_are_normalised_before_they_are_weighed_and_added() {
        var group = group(row(1, 10), row(0, 20));

        // Standardised without ddof both parts are 1 and -1, whatever their unit.
        assertThat(only(gdpo(List.of(1.0, 0.25), Norm.STD, Norm.STD), group))
                .containsExactly(0.75, -0.75);
    }

    @Test
    void without_weights_and_norms_every_part_is_standardised_with_weight_one() {
        assertThat(only(gdpo(List.of()), group(row(1, 0), row(0, 1)))).containsExactly(0.0, 0.0);
    }

    @Test
    void with_maxrl_on_correctness_the_answer_reports_its_t() {
        var gdpo =
                new Gdpo(
                        List.of(),
                        List.of(Norm.MAXRL_LOO),
                        1,
                        0,
                        Batch.NONE,
                        List.of(),
                        OptionalInt.of(8));

        var advantages = gdpo.advantages(List.of(group(row(1), row(0)))).getFirst();

        assertThat(advantages)
                .isEqualTo(
                        new Advantages(
                                List.of(2.0, -1.0), 2, 2, OptionalInt.empty(), OptionalInt.of(2)));
    }

    @Nested
    class when_parts_are_degenerate {

        @Test
        void a_constant_part_adds_nothing() {
            assertThat(
                            only(
                                    gdpo(List.of(1.0, 1.0), Norm.CENTER, Norm.STD),
                                    group(row(1, 0.1), row(0, 0.1))))
                    .containsExactly(0.5, -0.5);
        }

        @Test
        void one_rollout_keeps_its_raw_value_under_leave_one_out_and_else_gets_zero() {
            var group = group(row(0.4));

            assertThat(only(gdpo(List.of(), Norm.RLOO), group)).containsExactly(0.4);
            assertThat(only(gdpo(List.of(), Norm.MAXRL_LOO), group(row(1)))).containsExactly(1.0);
            assertThat(only(gdpo(List.of(), Norm.STD), group)).containsExactly(0.0);
            assertThat(only(gdpo(List.of(), Norm.MEAN), group)).containsExactly(0.0);
            assertThat(only(gdpo(List.of(), Norm.CENTER), group)).containsExactly(0.0);
        }

        @Test
        void a_missing_part_adds_nothing_and_is_left_out_of_its_statistics() {
            var group = group(row(1, 5), row(0, MISSING), row(0, 7));

            // Part 0 centred on 1/3, part 1 on 6.
            assertThat(only(gdpo(List.of(3.0, 1.0), Norm.CENTER, Norm.CENTER), group))
                    .containsExactly(1.0, -1.0, 0.0);
        }

        @Test
        void a_rollout_without_any_part_gets_zero_and_is_out_of_the_batch() {
            var group = group(row(3), row(MISSING), row(1));

            var advantages = batched(Batch.WHITEN, Norm.RLOO).advantages(List.of(group)).getFirst();

            assertThat(advantages.values()).containsExactly(1.0, 0.0, -1.0);
            assertThat(advantages.n()).isEqualTo(3);
            assertThat(advantages.valid()).isEqualTo(2);
        }

        @Test
        void a_group_without_rollouts_gets_an_empty_answer() {
            assertThat(only(gdpo(List.of(1.0)), group())).isEmpty();
        }
    }

    @Nested
    class when_a_part_is_conditioned_on_correctness {

        @Test
        void a_failure_loses_the_easy_part() {
            var group = group(row(1, 0.5), row(0, 1), row(0, 1));

            // Correctness: N = T = 3, K = 1: 3, -3/4, -3/4. Format becomes 1/2, 0, 0, centred 1/3,
            // -1/6, -1/6.
            assertThat(only(conditioned(new Condition(1, 0, 1)), group))
                    .satisfiesExactly(
                            a -> assertThat(a).isEqualTo(3 + 1 / 3.0),
                            a -> assertThat(a).isEqualTo(-0.75 - 1 / 6.0),
                            a -> assertThat(a).isEqualTo(-0.75 - 1 / 6.0));
        }

        @Test
        void a_group_without_success_gets_nothing() {
            assertThat(
                            only(
                                    conditioned(new Condition(1, 0, 1)),
                                    group(row(0, 1), row(0, 0.2), row(0, 0))))
                    .containsExactly(0.0, 0.0, 0.0);
        }

        @Test
        void without_the_condition_it_would_learn_the_format_alone() {
            assertThat(only(conditioned(), group(row(0, 1), row(0, 0)))).containsExactly(0.5, -0.5);
        }

        @Test
        void a_missing_hard_part_counts_as_failed() {
            assertThat(
                            only(
                                    conditioned(new Condition(1, 0, 0)),
                                    group(row(MISSING, 1), row(MISSING, 0))))
                    .containsExactly(0.0, 0.0);
        }

        @Test
        void a_negative_easy_part_is_refused() {
            assertRefused(
                    NEGATIVE_CONDITIONED_PART,
                    conditioned(new Condition(1, 0, 1)),
                    group(row(1, -0.1), row(0, 0)));
        }

        @Test
        void a_part_that_is_not_there_is_refused() {
            assertRefused(BAD_PARAMETER, conditioned(new Condition(2, 0, 1)), group(row(1, 0)));
        }
    }

    @Nested
    class when_the_batch_is_normalised {

        @Test
        void dividing_keeps_the_mean() {
            var groups = List.of(group(row(2)), group(row(6)));

            // Singletons keep 2 and 6 under rloo; their sd without ddof is 2.
            assertThat(batched(Batch.STD, Norm.RLOO).advantages(groups))
                    .extracting(Advantages::values)
                    .containsExactly(List.of(1.0), List.of(3.0));
        }

        @Test
        void whitening_removes_it() {
            var groups = List.of(group(row(2)), group(row(6)));

            assertThat(batched(Batch.WHITEN, Norm.RLOO).advantages(groups))
                    .extracting(Advantages::values)
                    .containsExactly(List.of(-1.0), List.of(1.0));
        }

        @Test
        void a_single_entry_or_no_variance_gives_zero() {
            assertThat(only(batched(Batch.STD, Norm.RLOO), group(row(2)))).containsExactly(0.0);
            assertThat(
                            batched(Batch.STD, Norm.RLOO)
                                    .advantages(List.of(group(row(2)), group(row(2)))))
                    .extracting(Advantages::values)
                    .containsExactly(List.of(0.0), List.of(0.0));
        }

        @Test
        void parts_that_cancel_up_to_rounding_are_not_blown_up() {
            // Part 1 is 0.7 less part 0 in every rollout, so the centred parts cancel exactly on
            // paper only.
            var group = group(row(0.1, 0.6), row(0.3, 0.4), row(0.7, 0));

            assertThat(only(batched(Batch.WHITEN, Norm.CENTER, Norm.CENTER), group))
                    .containsOnly(0.0);
        }
    }

    @Nested
    class refuses {

        @Test
        void rows_of_different_length() {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> group(row(1, 0), row(1)))
                    .returns(RAGGED_PARTS, RewardsRefusedException::code);
        }

        @Test
        void more_or_fewer_parts_than_weights() {
            assertRefused(RAGGED_PARTS, gdpo(List.of(1.0)), group(row(1, 0)));
            assertRefused(RAGGED_PARTS, gdpo(List.of(), Norm.STD), group(row(1, 0)));
        }

        @Test
        void groups_of_different_parts() {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() ->
                            gdpo(List.of()).advantages(List.of(group(row(1)), group(row(1, 0)))))
                    .returns(RAGGED_PARTS, RewardsRefusedException::code);
        }

        @Test
        void a_stopped_group() {
            assertRefused(
                    BIASED_COMBINATION,
                    gdpo(List.of(), Norm.RLOO),
                    new PartsGroup(group(row(0), row(1)).rollouts(), Sampling.stopped(4)));
        }

        @Test
        void an_infinite_part() {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> group(row(Double.POSITIVE_INFINITY)))
                    .returns(NON_FINITE_REWARD, RewardsRefusedException::code);
        }

        @Test
        void a_partial_reward_under_maxrl() {
            assertRefused(
                    NON_BINARY_REWARD, gdpo(List.of(), Norm.MAXRL_LOO), group(row(0.5), row(1)));
        }
    }

    private static void assertRefused(
            RewardsRefusedException.Code code, Gdpo gdpo, PartsGroup group) {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> gdpo.advantages(List.of(group)))
                .returns(code, RewardsRefusedException::code);
    }
}
