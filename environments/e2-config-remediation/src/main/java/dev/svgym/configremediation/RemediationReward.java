package dev.svgym.configremediation;

import dev.svgym.reward.Part;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The scalar reward of an answer and its named parts.
 *
 * <p>A success pays {@code 0.80 + 0.10 minimality + 0.05 economy + 0.05 (1 + calibration)}, which lies in [0.80, 1]. A
 * failure pays {@code 0.15 detect + 0.30 fix (1 + regress) + 0.05 (1 + calibration)}, which lies in [0, 0.50], and at
 * most 0.20 where a structural gate refused the answer. No failure pays as much as a success; economy ranks successes
 * alone, so it cannot teach a model to stop trying.
 *
 * @param success whether the answer succeeded
 * @param structural whether every gate before the rescan let the answer pass
 * @param detect severity-weighted F1 of the reported violations, in [0, 1]
 * @param severity accuracy of the stated severities, in [0, 1]; absent where no report matched
 * @param fix weighted fraction of the original violations that are gone, in [0, 1]; absent on a clean task
 * @param regress in [-1, 0]: 0 where nothing new is violated
 * @param minimality in [0, 1]: 1 where no more was changed than the reference changes
 * @param confidence the agent's stated probability of success, in [0, 1]
 * @param economy in [0, 1]: the share of the tool calls that was left unused
 */
record RemediationReward(
        boolean success,
        boolean structural,
        double detect,
        OptionalDouble severity,
        OptionalDouble fix,
        double regress,
        double minimality,
        double confidence,
        double economy) {

    /** In words, for the card. */
    static final String FORMULA =
            "success: 0.80 + 0.10 minimality + 0.05 economy + 0.05 (1 + calibration); failure: 0.15 detect + 0.30 fix (1 + regress) + 0.05 (1 + calibration), at most 0.20 where a gate before the rescan failed; invalid or truncated by tokens or steps: 0";

    private static final double MOST_AFTER_A_STRUCTURAL_FAILURE = 0.20;

    /** In [0, 1]. */
    double scalar() {
        double honesty = 0.05 * (1 + calibration());
        if (success) {
            return 0.80 + 0.10 * minimality + 0.05 * economy + honesty;
        }
        double earned = 0.15 * detect + 0.30 * fix.orElse(0) * (1 + regress) + honesty;
        return structural ? earned : Math.min(earned, MOST_AFTER_A_STRUCTURAL_FAILURE);
    }

    /** Minus the squared error of the stated probability, in [-1, 0]. */
    private double calibration() {
        double error = confidence - (success ? 1 : 0);
        return -error * error;
    }

    List<Part> parts() {
        return List.of(
                RewardPart.DETECT.of(detect),
                RewardPart.SEVERITY.of(severity),
                RewardPart.FIX.of(fix),
                RewardPart.REGRESS.of(regress),
                RewardPart.MINIMALITY.of(minimality),
                RewardPart.CALIBRATION.of(calibration()),
                RewardPart.ECONOMY.of(economy),
                RewardPart.FORMAT.of(1));
    }
}
