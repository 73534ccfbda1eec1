package dev.svgym.networklogs;

import dev.svgym.environment.generation.RandomStream;

/**
 * What a case shall be like, drawn before its flows: which act is best, and for an abstention also which label is
 * likelier where the costs leave room for both.
 *
 * @param forMalicious least log odds of malicious at which that label is worth giving
 * @param forBenign most log odds of malicious at which the label benign is
 */
record Goal(Act act, Side side, double forMalicious, double forBenign) {

    /** Where the posterior lies. */
    private enum Side {
        ANY,
        LIKELY_BENIGN,
        LIKELY_MALICIOUS
    }

    /** A posterior is at least this far from each threshold, in log odds. */
    private static final double MARGIN = 0.5;

    /** Log odds between one half and the last posterior that is clear of a threshold: room for a side. */
    private static final double ROOM = 0.25;

    /** Makes up for costs that leave room for likely benign cases alone, so that both labels are likelier equally often. */
    private static final int LIKELY_MALICIOUS_PERCENT = 75;

    private static final Act[] ACTS = Act.values();

    /** Each act alike. */
    static Goal draw(Costs costs, RandomStream random) {
        double forMalicious = Odds.log(costs.threshold(Label.MALICIOUS));
        double forBenign = -Odds.log(costs.threshold(Label.BENIGN));
        Act act = ACTS[random.below(ACTS.length)];
        Side side =
                random.below(100) < LIKELY_MALICIOUS_PERCENT
                        ? Side.LIKELY_MALICIOUS
                        : Side.LIKELY_BENIGN;
        boolean roomForBoth = forMalicious >= MARGIN + ROOM && forBenign <= -MARGIN - ROOM;
        return new Goal(
                act, act == Act.ABSTAIN && roomForBoth ? side : Side.ANY, forMalicious, forBenign);
    }

    /** Whether a posterior is as wanted, and clear of both thresholds. */
    boolean isMet(double logOdds) {
        return switch (act) {
            case BENIGN -> logOdds <= forBenign - MARGIN;
            case MALICIOUS -> logOdds >= forMalicious + MARGIN;
            case ABSTAIN ->
                    logOdds >= forBenign + MARGIN
                            && logOdds <= forMalicious - MARGIN
                            && isOnSide(logOdds);
        };
    }

    private boolean isOnSide(double logOdds) {
        return switch (side) {
            case ANY -> true;
            case LIKELY_BENIGN -> logOdds < 0;
            case LIKELY_MALICIOUS -> logOdds > 0;
        };
    }
}
