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

    /** The sum, rounded. */
    public double value() {
        return high + low;
    }

    /** What the rounding of {@link #value} left out. */
    double rest() {
        return (high - value()) + low;
    }
}
