package dev.svgym.networklogs;

import dev.svgym.environment.generation.RandomStream;

/**
 * Prior and costs of a generated case, drawn before any flow.
 *
 * @param priorPercent P(Malicious) before the flows, in whole percent
 */
record CaseFrame(int priorPercent, Costs costs) {

    private static final int LEAST_PRIOR = 20;
    private static final int MOST_PRIOR = 56;

    /** The prior alone never makes a label worth giving: by this much. */
    private static final double BEYOND_PRIOR = 0.02;

    private static final double MOST_FOR_MALICIOUS = 0.9;
    private static final double MOST_FOR_BENIGN = 0.97;

    /** Log odds between the two thresholds: room for cases that are clearly undecidable. */
    private static final double ROOM = 1.8;

    /** In hundredths. */
    private static final long LEAST_PRICE = 20;

    private static final long MOST_PRICE = 200;

    /**
     * Draws a frame.
     *
     * @param evaluationPercent how often the costs are those of evaluations
     */
    static CaseFrame draw(int evaluationPercent, RandomStream random) {
        int percent = (int) random.between(LEAST_PRIOR, MOST_PRIOR + 1);
        if (random.below(100) < evaluationPercent) {
            return new CaseFrame(percent, Costs.DEFAULT);
        }
        double prior = percent / 100.0;
        while (true) {
            double forMalicious =
                    within(Math.max(0.5, prior) + BEYOND_PRIOR, MOST_FOR_MALICIOUS, random);
            double forBenign =
                    within(Math.max(0.5, 1 - prior) + BEYOND_PRIOR, MOST_FOR_BENIGN, random);
            double price = random.between(LEAST_PRICE, MOST_PRICE + 1) / 100.0;
            double falseNegative = hundredths(price / (1 - forBenign));
            double falsePositive = hundredths(price / (1 - forMalicious));
            if (Costs.isPriceOfAbstaining(price, falseNegative, falsePositive)) {
                Costs costs = new Costs(falseNegative, falsePositive, price);
                if (isFair(costs, prior)) {
                    return new CaseFrame(percent, costs);
                }
            }
        }
    }

    double prior() {
        return priorPercent / 100.0;
    }

    /** Whether rounded costs are still in range. */
    private static boolean isFair(Costs costs, double prior) {
        double forMalicious = costs.threshold(Label.MALICIOUS);
        double forBenign = costs.threshold(Label.BENIGN);
        return forMalicious >= Math.max(0.5, prior) + BEYOND_PRIOR
                && forMalicious <= MOST_FOR_MALICIOUS
                && forBenign >= Math.max(0.5, 1 - prior) + BEYOND_PRIOR
                && forBenign <= MOST_FOR_BENIGN
                && Odds.log(forMalicious) + Odds.log(forBenign) >= ROOM;
    }

    private static double within(double from, double to, RandomStream random) {
        return from + (to - from) * random.unit();
    }

    private static double hundredths(double cost) {
        return Math.rint(cost * 100) / 100;
    }
}
