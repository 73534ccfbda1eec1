package dev.svgym.networklogs;

import dev.svgym.networklogs.Reading.Abstained;
import dev.svgym.networklogs.Reading.Classified;
import dev.svgym.networklogs.Reading.Unreadable;
import dev.svgym.reward.RewardRange;

/**
 * Chow's rule as a proper score: R = c - (q - c)² - t², with c = 1 where the label is right and else 0, q the stated
 * confidence and t the label's threshold. Where the label is right with probability p, the best q is p and the
 * expectation p² - t²: answering pays exactly when p > t, and honesty is optimal.
 *
 * <p>The truth comes as P(Malicious). A known label is 0 or 1; a posterior gives the expectation over c.
 */
record AbstentionReward(Costs costs) {

    /** What an answer that cannot be read pays, and a rollout that ran into a limit of its own. */
    static final double UNREADABLE = -1;

    /**
     * Of any costs. Thresholds lie in (0, 1]. A wrong label at full confidence pays -1 - t², at least -2; a right one
     * at most 1 - t², less than 1; and what cannot be read lies between.
     */
    static final RewardRange RANGE = new RewardRange(-2, 1);

    /**
     * The reward of a reading.
     *
     * @param malicious P(Malicious), in [0, 1]
     */
    double of(Reading reading, double malicious) {
        return switch (reading) {
            case Classified(var label, var confidence) -> {
                double chance = label.chance(malicious);
                double threshold = costs.threshold(label);
                yield chance + brier(chance, confidence) - threshold * threshold;
            }
            case Abstained _ -> 0;
            case Unreadable _ -> UNREADABLE;
        };
    }

    /**
     * Minus the expected squared error of a confidence, in [-1, 0].
     *
     * @param chance that the label is right
     */
    static double brier(double chance, double confidence) {
        double ifRight = (1 - confidence) * (1 - confidence);
        double ifWrong = confidence * confidence;
        return 0 - (chance * ifRight + (1 - chance) * ifWrong);
    }
}
