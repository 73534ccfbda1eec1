package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;

import dev.svgym.reward.RewardsRefusedException;
import java.util.List;

/** What arguments of statistics must be. */
final class Arguments {

    private Arguments() {}

    /**
     * @param sentence complete
     */
    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new RewardsRefusedException(BAD_PARAMETER, sentence);
        }
    }

    /**
     * @param need what is needed; what came is added to it
     */
    static void require(boolean holds, String need, Object got) {
        if (!holds) {
            throw new RewardsRefusedException(BAD_PARAMETER, need + ", got " + got + ".");
        }
    }

    static void requireFinite(List<Double> values, String what) {
        for (double value : values) {
            require(Double.isFinite(value), "The " + what + " must be finite", value);
        }
    }
}
