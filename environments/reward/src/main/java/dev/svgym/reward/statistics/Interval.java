package dev.svgym.reward.statistics;

/** From {@code low} to {@code high}, both included. */
public record Interval(double low, double high) {

    public Interval {
        Arguments.require(low <= high, "An interval needs low <= high", low + " and " + high);
    }
}
