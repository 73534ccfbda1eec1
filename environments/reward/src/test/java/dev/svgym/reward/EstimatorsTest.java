package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;
import static dev.svgym.reward.RewardsRefusedException.Code.NEGATIVE_WEIGHT;
import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;
import static dev.svgym.reward.RewardsRefusedException.Code.T_OUT_OF_RANGE;
import static dev.svgym.reward.RewardsRefusedException.Code.UNKNOWN_ESTIMATOR;
import static dev.svgym.reward.RewardsRefusedException.Code.UNKNOWN_PARAMETER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.svgym.reward.Gdpo.Batch;
import dev.svgym.reward.Gdpo.Condition;
import dev.svgym.reward.Gdpo.Norm;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorsTest {

    @Test
    void every_estimator_is_there_by_name() {
        assertThat(Estimators.describe())
                .extracting(EstimatorDescription::name)
                .containsExactly(
                        "reinforce",
                        "mean_baseline",
                        "rloo",
                        "grpo",
                        "maxrl_conditional",
                        "maxrl_cv",
                        "maxrl_zeroed",
                        "maxrl_u",
                        "maxrl_partial",
                        "maxrl_range",
                        "pkpo",
                        "pkpo_max",
                        "reinforce_pp",
                        "reinforce_pp_baseline",
                        "gdpo");
    }

    @Test
    void an_estimator_describes_itself_as_its_name_does() {
        for (EstimatorDescription description : Estimators.describe()) {
            var needed = new HashMap<String, Object>();
            description.parameters().stream()
                    .filter(EstimatorParameter::required)
                    .forEach(parameter -> needed.put(parameter.name(), 1 + needed.size()));

            assertThat(Estimators.named(description.name(), needed).description())
                    .isSameAs(description)
                    .isSameAs(Estimators.describe(description.name()));
        }
    }

    @Test
    void every_paper_names_formula_target_assumptions_and_source() {
        assertThat(Estimators.describe())
                .allSatisfy(description ->
                        assertThat(
                                        List.of(
                                                description.formula(),
                                                description.target(),
                                                description.assumptions(),
                                                description.source()))
                                .noneMatch(String::isBlank));
    }

    @Test
    void the_default_of_maxrl_u_is_loo_with_t_equal_to_n() {
        assertThat(Estimators.named("maxrl_u", Map.of()))
                .isEqualTo(new MaxRlU(OptionalInt.empty(), MaxRlU.Baseline.LOO, 0.5, 0.5));
    }

    @Test
    void defaults_are_those_that_the_description_declares() {
        assertThat(Estimators.named("grpo", Map.of())).isEqualTo(new Grpo(1, 0));
        assertThat(Estimators.describe("grpo").parameters())
                .extracting(EstimatorParameter::name, EstimatorParameter::standard)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ddof", Optional.of(1)),
                        org.assertj.core.groups.Tuple.tuple("eps", Optional.of(0.0)));
    }

    @Test
    void numbers_of_any_type_are_read() {
        assertThat(Estimators.named("grpo", Map.of("ddof", 0L, "eps", new BigDecimal("1e-4"))))
                .isEqualTo(new Grpo(0, 1e-4));
        assertThat(Estimators.named("maxrl_u", Map.of("T", 4.0, "baseline", "vn")))
                .isEqualTo(new MaxRlU(4, MaxRlU.Baseline.VN));
    }

    @Test
    void a_null_counts_as_not_given() {
        var parameters = new HashMap<String, Object>();
        parameters.put("T", null);

        assertThat(Estimators.named("maxrl_u", parameters))
                .isEqualTo(Estimators.named("maxrl_u", Map.of()));
    }

    @Test
    void a_t_beyond_every_group_is_no_error() {
        assertThat(Estimators.named("maxrl_u", Map.of("T", 10_000_000_000L)))
                .isEqualTo(new MaxRlU(Integer.MAX_VALUE, MaxRlU.Baseline.LOO));
    }

    @Test
    void gdpo_reads_lists_and_conditions() {
        var gdpo =
                Estimators.named(
                        "gdpo",
                        Map.of(
                                "weights", List.of(1, 0.5),
                                "norms", List.of("maxrl_loo", "center"),
                                "batch", "whiten",
                                "condition", List.of(List.of(1, 0, 1.0)),
                                "T", 4));

        assertThat(gdpo)
                .isEqualTo(
                        new Gdpo(
                                List.of(1.0, 0.5),
                                List.of(Norm.MAXRL_LOO, Norm.CENTER),
                                1,
                                0,
                                Batch.WHITEN,
                                List.of(new Condition(1, 0, 1)),
                                OptionalInt.of(4)));
    }

    @Test
    void text_is_read_as_json_would_be() {
        assertThat(Estimators.namedFromText("maxrl_u", Map.of("T", "8", "baseline", "none")))
                .isEqualTo(new MaxRlU(8, MaxRlU.Baseline.NONE));
        assertThat(
                        Estimators.namedFromText(
                                "gdpo",
                                Map.of(
                                        "weights", "1,0.5,2",
                                        "norms", "std,rloo,mean",
                                        "condition", "1,0,1,2,0,0.5")))
                .isEqualTo(
                        new Gdpo(
                                List.of(1.0, 0.5, 2.0),
                                List.of(Norm.STD, Norm.RLOO, Norm.MEAN),
                                1,
                                0,
                                Batch.NONE,
                                List.of(new Condition(1, 0, 1), new Condition(2, 0, 0.5)),
                                OptionalInt.empty()));
    }

    @Nested
    class refuses {

        @Test
        void an_unknown_estimator_with_the_names_there_are() {
            assertRefused(UNKNOWN_ESTIMATOR, "ppo", Map.of())
                    .withMessageStartingWith("There is no estimator ppo; there are reinforce, ");
        }

        @Test
        void an_unknown_parameter_with_the_names_there_are() {
            assertRefused(UNKNOWN_PARAMETER, "grpo", Map.of("epsilon", 1))
                    .withMessage("grpo has no parameter epsilon; it has ddof, eps.");
            assertRefused(UNKNOWN_PARAMETER, "rloo", Map.of("T", 1))
                    .withMessage("rloo has no parameter T; it has none.");
        }

        @Test
        void a_t_below_one() {
            assertRefused(T_OUT_OF_RANGE, "maxrl_u", Map.of("T", 0));
            assertRefused(T_OUT_OF_RANGE, "maxrl_partial", Map.of("T", -3));
            assertRefused(T_OUT_OF_RANGE, "gdpo", Map.of("T", 0));
        }

        @Test
        void a_k_below_one_or_above_the_rollouts() {
            assertRefused(K_OUT_OF_RANGE, "pkpo", Map.of("k", 0));
            assertRefused(K_OUT_OF_RANGE, "pkpo_max", Map.of("k", 0));
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> new Pkpo(2, Pkpo.Baseline.SLOO).advantages(Group.of(1, 0)))
                    .returns(K_OUT_OF_RANGE, RewardsRefusedException::code)
                    .withMessage("k must be in 1..1 for these rollouts, got 2.");
        }

        @Test
        void a_missing_parameter_with_its_meaning() {
            assertRefused(BAD_PARAMETER, "pkpo", Map.of())
                    .withMessage("pkpo needs the parameter k: Of pass@k: at least 1, at most N.");
        }

        @Test
        void a_value_of_the_wrong_type() {
            assertRefused(BAD_PARAMETER, "maxrl_u", Map.of("T", "4"));
            assertRefused(BAD_PARAMETER, "maxrl_u", Map.of("T", 2.5));
            assertRefused(BAD_PARAMETER, "maxrl_u", Map.of("T", true));
            assertRefused(BAD_PARAMETER, "maxrl_u", Map.of("baseline", 1));
            assertRefused(BAD_PARAMETER, "gdpo", Map.of("weights", 1));
            assertRefused(BAD_PARAMETER, "gdpo", Map.of("weights", List.of("1")));
            assertRefused(BAD_PARAMETER, "gdpo", Map.of("condition", List.of(List.of(1, 0))));
            assertRefused(BAD_PARAMETER, "gdpo", Map.of("weights", Arrays.asList(1.0, null)));
        }

        @Test
        void a_word_that_is_no_choice() {
            assertRefused(BAD_PARAMETER, "maxrl_u", Map.of("baseline", "LOO"))
                    .withMessage(
                            "The parameter baseline must be one of [none, vn, loo, beta], got LOO.");
        }

        @ParameterizedTest
        @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
        void an_eps_that_is_negative_or_not_finite(double eps) {
            assertRefused(BAD_PARAMETER, "grpo", Map.of("eps", eps));
            assertRefused(BAD_PARAMETER, "maxrl_zeroed", Map.of("eps", eps));
        }

        @Test
        void a_ddof_other_than_zero_and_one() {
            assertRefused(BAD_PARAMETER, "grpo", Map.of("ddof", 2));
            assertRefused(BAD_PARAMETER, "reinforce_pp", Map.of("ddof", -1));
        }

        @Test
        void a_range_that_is_none_or_not_declared() {
            assertRefused(BAD_PARAMETER, "maxrl_range", Map.of());
            assertRefused(BAD_PARAMETER, "maxrl_range", Map.of("lo", 1, "hi", 1));
            assertRefused(BAD_PARAMETER, "maxrl_range", Map.of("lo", -1e308, "hi", 1e308));
        }

        @Test
        void negative_weights_and_lists_of_different_length() {
            assertRefused(NEGATIVE_WEIGHT, "gdpo", Map.of("weights", List.of(1, -0.1)));
            assertRefused(
                    RAGGED_PARTS,
                    "gdpo",
                    Map.of("weights", List.of(1, 1), "norms", List.of("std")));
        }

        @Test
        void text_that_is_no_number() {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> Estimators.namedFromText("maxrl_u", Map.of("T", "four")))
                    .returns(BAD_PARAMETER, RewardsRefusedException::code);
        }

        private static org.assertj.core.api.ThrowableAssertAlternative<RewardsRefusedException>
                assertRefused(
                        RewardsRefusedException.Code code, String name, Map<String, ?> parameters) {
            return assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> Estimators.named(name, parameters))
                    .returns(code, RewardsRefusedException::code);
        }
    }
}
