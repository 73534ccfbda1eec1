package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.NON_FINITE_REWARD;
import static dev.svgym.reward.RewardsRefusedException.Code.OVERFLOW;

/** What is asked of an array of rewards before anything is computed, and of the result afterwards. */
final class Rewards {

    static final int NOT_BINARY = -1;

    private Rewards() {}

    /** The successes where every reward is 0 or 1, {@link #NOT_BINARY} where one is another finite number. */
    static int successesIfBinary(double[] rewards) {
        double sum = 0;
        boolean binary = true;
        for (double reward : rewards) {
            sum += reward;
            binary &= reward * (reward - 1) == 0; // 0 or 1, without a branch to mispredict
        }
        if (binary) {
            return (int) sum;
        }
        for (double reward : rewards) {
            if (!Double.isFinite(reward)) {
                throw new RewardsRefusedException(
                        NON_FINITE_REWARD, "Every reward must be finite, got " + reward + ".");
            }
        }
        return NOT_BINARY;
    }

    static double firstNotBinary(double[] rewards) {
        for (double reward : rewards) {
            if (reward != 0 && reward != 1) {
                return reward;
            }
        }
        throw new IllegalArgumentException("every reward is 0 or 1");
    }

    static double[] requireFinite(double[] advantages) {
        for (double advantage : advantages) {
            if (!Double.isFinite(advantage)) {
                throw new RewardsRefusedException(
                        OVERFLOW,
                        "The rewards are too large or too close to 0: an advantage does not fit binary64.");
            }
        }
        return advantages;
    }
}
