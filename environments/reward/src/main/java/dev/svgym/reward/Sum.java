package dev.svgym.reward;

/** A sum to twice the digits of binary64: what rounding drops is kept beside it. Not for sharing between threads. */
public final class Sum {

    private double high;
    private double low;

    /** Adds a finite number. */
    public void add(double number) {
        double sum = high + number;
        double added = sum - high;
        low += (high - (sum - added)) + (number - added);
        high = sum;
    }

    /**
     * The sum, rounded.
     *
     * @throws RewardsRefusedException where binary64 cannot hold it
     */
    public double value() {
        double sum = high + low;
        if (!Double.isFinite(sum)) {
            throw new RewardsRefusedException(
                    RewardsRefusedException.Code.OVERFLOW,
                    "The numbers are too large: their sum does not fit binary64.");
        }
        return sum;
    }

    /** The sum divided by how many numbers it has, rounded once. */
    public double mean(int count) {
        double mean = value() / count;
        return mean + restOfMean(mean, count);
    }

    /** What is missing from a rounded mean. */
    double restOfMean(double mean, int count) {
        return (Math.fma(-mean, count, value()) + rest()) / count;
    }

    /** What the rounding of {@link #value} left out. */
    private double rest() {
        return (high - value()) + low;
    }
}
