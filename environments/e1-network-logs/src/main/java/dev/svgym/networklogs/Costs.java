package dev.svgym.networklogs;

/**
 * What acts on a case cost, in one unit.
 *
 * @param falseNegative of a malicious case called benign; finite, more than 0
 * @param falsePositive of a benign case called malicious; finite, more than 0
 * @param abstain of an analyst; more than 0, at most {@link #mostForAbstaining}
 */
record Costs(double falseNegative, double falsePositive, double abstain) {

    /** The profile of evaluations, and of inline tasks that state none. */
    static final Costs DEFAULT = new Costs(10, 1, 0.4);

    /** The bound on the price of abstaining is a quotient, which a caller may have rounded otherwise than we do. */
    private static final double ROUNDING = 1 + 1e-12;

    Costs {
        if (!isCost(falseNegative)
                || !isCost(falsePositive)
                || !isPriceOfAbstaining(abstain, falseNegative, falsePositive)) {
            throw new IllegalArgumentException(
                    "need finite costs > 0 and abstain <= %s, got %s, %s and %s"
                            .formatted(
                                    mostForAbstaining(falseNegative, falsePositive),
                                    falseNegative,
                                    falsePositive,
                                    abstain));
        }
    }

    /** Whether a number can be a cost. */
    static boolean isCost(double cost) {
        return cost > 0 && Double.isFinite(cost);
    }

    /** Whether an analyst at this price is ever the best act, and never out of reach of both labels' thresholds. */
    static boolean isPriceOfAbstaining(double price, double falseNegative, double falsePositive) {
        return isCost(price) && price <= mostForAbstaining(falseNegative, falsePositive) * ROUNDING;
    }

    /** FN * FP / (FN + FP): above it one of the labels is cheaper than an analyst at any probability. */
    static double mostForAbstaining(double falseNegative, double falsePositive) {
        // The same quotient in a form that neither overflows nor underflows on the way.
        double less = Math.min(falseNegative, falsePositive);
        double more = Math.max(falseNegative, falsePositive);
        return less / (1 + less / more);
    }

    /**
     * Chow's threshold: the least chance of being right at which the label is as cheap as an analyst.
     *
     * @return in (0, 1]
     */
    double threshold(Label label) {
        return switch (label) {
            case BENIGN -> 1 - abstain / falseNegative;
            case MALICIOUS -> 1 - abstain / falsePositive;
        };
    }

    /**
     * The expected cost of an act.
     *
     * @param malicious P(Malicious), in [0, 1]
     */
    double expected(Act act, double malicious) {
        return switch (act) {
            case BENIGN -> falseNegative * malicious;
            case MALICIOUS -> falsePositive * (1 - malicious);
            case ABSTAIN -> abstain;
        };
    }

    /** The act of least expected cost; an analyst where a label is no cheaper. */
    Act bayesAct(double malicious) {
        double benign = expected(Act.BENIGN, malicious);
        double other = expected(Act.MALICIOUS, malicious);
        if (Math.min(benign, other) >= abstain) {
            return Act.ABSTAIN;
        }
        return benign < other ? Act.BENIGN : Act.MALICIOUS;
    }

    /** The cost of the worse mistake. */
    double worst() {
        return Math.max(falseNegative, falsePositive);
    }
}
