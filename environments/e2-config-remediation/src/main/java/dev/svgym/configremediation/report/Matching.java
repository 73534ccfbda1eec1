package dev.svgym.configremediation.report;

/**
 * How reports match what is there, as weights.
 *
 * @param right of the reports that match something
 * @param reported of all reports
 * @param found of the violations that some report matches
 * @param present of all violations
 */
public record Matching(double right, double reported, double found, double present) {

    static final Matching NOTHING = new Matching(0, 0, 0, 0);

    Matching plus(Matching other, int times) {
        return new Matching(
                right + times * other.right,
                reported + times * other.reported,
                found + times * other.found,
                present + times * other.present);
    }

    /** NaN where nothing was reported. */
    double precision() {
        return right / reported;
    }

    /** NaN where nothing is there. */
    double recall() {
        return found / present;
    }

    /** Harmonic mean of precision and recall; where nothing is there, 1 iff nothing is reported. */
    public double f1() {
        if (present == 0) {
            return reported == 0 ? 1 : 0;
        }
        if (right == 0 || found == 0) {
            return 0;
        }
        return 2 * precision() * recall() / (precision() + recall());
    }
}
