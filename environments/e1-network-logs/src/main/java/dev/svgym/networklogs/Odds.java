package dev.svgym.networklogs;

/** Probabilities as log odds, by functions that give the same bits everywhere. */
final class Odds {

    private Odds() {}

    /** log(p / (1 - p)). */
    static double log(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    /** The probability of log odds. */
    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
