package dev.svgym.reward.statistics;

import java.math.BigDecimal;

/**
 * How often an interval should hold what it is about. It is the decimal number that was written down: 0.95 leaves 0.05
 * outside, and not the 0.05000000000000004 of binary arithmetic.
 *
 * @param level above 0, below 1
 */
public record Confidence(BigDecimal level) {

    /** The usual 0.95. */
    public static final Confidence USUAL = of(0.95);

    public Confidence {
        Arguments.require(
                level.signum() > 0 && level.compareTo(BigDecimal.ONE) < 0,
                "A confidence lies between 0 and 1",
                level);
    }

    /** The shortest decimal number that reads as this double. */
    public static Confidence of(double level) {
        Arguments.require(level > 0 && level < 1, "A confidence lies between 0 and 1", level);
        return new Confidence(BigDecimal.valueOf(level));
    }

    /** {@code 1 - level}. */
    double outside() {
        return BigDecimal.ONE.subtract(level).doubleValue();
    }

    /** {@code (1 - level)/2}, exactly. */
    BigDecimal tail() {
        return BigDecimal.ONE.subtract(level).divide(BigDecimal.TWO);
    }
}
