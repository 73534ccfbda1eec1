package dev.svgym.networklogs.report;

/** Expected numbers of cases by label and decision, with weights. */
final class Tally {

    /** The evaluation profile. */
    static final double FALSE_NEGATIVE = 10;

    static final double FALSE_POSITIVE = 1;
    static final double ABSTENTION = 0.4;

    private double malicious;
    private double truePositives;
    private double falsePositives;
    private double falseNegatives;
    private double trueNegatives;
    private long all;
    private double abstained;
    private double invalid;
    private double successes;
    private double rewards;
    private double ownCosts;

    static Tally of(Ranked ranked) {
        var tally = new Tally();
        for (int i = 0; i < ranked.weights().length; i++) {
            tally.add(ranked.attempts().get(i), ranked.weights()[i]);
        }
        return tally;
    }

    private void add(Attempt attempt, int weight) {
        double of = weight * attempt.malicious();
        double notOf = weight * (1 - attempt.malicious());
        switch (attempt.decision()) {
            case MALICIOUS -> {
                truePositives += of;
                falsePositives += notOf;
            }
            case BENIGN -> {
                falseNegatives += of;
                trueNegatives += notOf;
            }
            case ABSTAIN -> abstained += weight;
            case INVALID -> invalid += weight;
        }
        malicious += of;
        all += weight;
        successes += weight * (double) attempt.success();
        rewards += weight * attempt.reward();
        ownCosts += weight * attempt.cost();
    }

    long all() {
        return all;
    }

    double answered() {
        return all - abstained - invalid;
    }

    double perCase(double sum) {
        return sum / all;
    }

    double successRate() {
        return perCase(successes);
    }

    double reward() {
        return perCase(rewards);
    }

    double ownCost() {
        return perCase(ownCosts);
    }

    /** Of all malicious cases, those called so. */
    double truePositiveRate() {
        return truePositives / malicious;
    }

    /** Of all malicious cases, those called benign. */
    double falseNegativeRate() {
        return falseNegatives / malicious;
    }

    /** Of all benign cases, those called malicious. */
    double falsePositiveRate() {
        return falsePositives / (all - malicious);
    }

    double precision() {
        return truePositives / (truePositives + falsePositives);
    }

    /** Of precision and the rate over all malicious cases. */
    double f1() {
        return 2 * truePositives / (truePositives + falsePositives + malicious);
    }

    /** Right labels of all cases. */
    double accuracy() {
        return perCase(truePositives + trueNegatives);
    }

    double selectiveTruePositiveRate() {
        return truePositives / (truePositives + falseNegatives);
    }

    double selectiveFalsePositiveRate() {
        return falsePositives / (falsePositives + trueNegatives);
    }

    double selectiveF1() {
        return 2 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
    }

    /** Right labels of labels given. */
    double selectiveAccuracy() {
        return (truePositives + trueNegatives) / answered();
    }

    double abstainRate() {
        return perCase(abstained);
    }

    double invalidRate() {
        return perCase(invalid);
    }

    double coverage() {
        return perCase(answered());
    }

    /** Per case; what cannot be read costs as much as the worse mistake. */
    double expectedCost() {
        return perCase(
                FALSE_NEGATIVE * (falseNegatives + invalid)
                        + FALSE_POSITIVE * falsePositives
                        + ABSTENTION * abstained);
    }

    /** Per case, had every case been called benign. */
    double costOfBenign() {
        return perCase(FALSE_NEGATIVE * malicious);
    }

    /** Per case, had every case been called malicious. */
    double costOfMalicious() {
        return perCase(FALSE_POSITIVE * (all - malicious));
    }
}
