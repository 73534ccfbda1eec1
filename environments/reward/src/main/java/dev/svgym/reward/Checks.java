package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.BIASED_COMBINATION;
import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;
import static dev.svgym.reward.RewardsRefusedException.Code.NEGATIVE_WEIGHT;
import static dev.svgym.reward.RewardsRefusedException.Code.T_OUT_OF_RANGE;

import java.util.List;
import java.util.OptionalInt;

/** Parameters that several estimators share: their papers and their ranges. */
final class Checks {

    static final EstimatorParameter DDOF =
            EstimatorParameter.integer(
                    "ddof", 1, "0 or 1: squared deviations are divided by N or N-1.");
    static final EstimatorParameter EPS =
            EstimatorParameter.number(
                    "eps", 0, "At least 0, added to the divisor; 0 divides by it alone.");
    static final EstimatorParameter T =
            EstimatorParameter.optional(
                    "T",
                    EstimatorParameter.Kind.INTEGER,
                    List.of(),
                    "Order of the objective, at least 1; above N it is capped and reported. Not given: N.");

    private Checks() {}

    /** For estimators whose target needs groups of fixed size. */
    static void suits(boolean suits, EstimatorDescription description, Sampling sampling) {
        if (!suits) {
            throw new RewardsRefusedException(
                    BIASED_COMBINATION,
                    "%s is biased for a group sampled %s; use maxrl_conditional, or groups of fixed size."
                            .formatted(description.name(), sampling));
        }
    }

    static void ddof(int ddof) {
        if (ddof != 0 && ddof != 1) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER, "The parameter ddof must be 0 or 1, got %d.".formatted(ddof));
        }
    }

    static void eps(double eps) {
        notNegative("eps", eps);
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER,
                    "The parameter %s must be finite and at least 0, got %s."
                            .formatted(name, value));
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER,
                    "The parameter %s must be finite, got %s.".formatted(name, value));
        }
    }

    static void t(OptionalInt t) {
        if (t.orElse(1) < 1) {
            throw new RewardsRefusedException(
                    T_OUT_OF_RANGE, "T must be at least 1, got %d.".formatted(t.getAsInt()));
        }
    }

    static void k(int k, int most) {
        if (k < 1 || k > most) {
            throw new RewardsRefusedException(
                    K_OUT_OF_RANGE,
                    "k must be in 1..%d for these rollouts, got %d.".formatted(most, k));
        }
    }

    static void weight(double weight) {
        if (!(weight >= 0)) {
            throw new RewardsRefusedException(
                    NEGATIVE_WEIGHT, "A weight must be at least 0, got %s.".formatted(weight));
        }
        finite("weights", weight);
    }
}
