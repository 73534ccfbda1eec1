package dev.svgym.networklogs.report;

/**
 * One attempt that counts.
 *
 * @param task id of the case
 * @param decision what the attempt did with it
 * @param best the act of least expected cost
 * @param confidence stated, in [0, 1]; 0 where no label was given
 * @param malicious P(Malicious), in [0, 1]
 * @param drawnMalicious the label as it was drawn or recorded
 * @param success 1 or 0
 * @param cost the expected cost under the case's own costs, by that of the worse mistake; in [0, 1]
 */
public record Attempt(
        String task,
        String stratum,
        Decision decision,
        Decision best,
        double confidence,
        double malicious,
        boolean drawnMalicious,
        int success,
        double reward,
        double cost) {

    /** What an attempt did with a case. */
    public enum Decision {
        BENIGN("Benign"),
        MALICIOUS("Malicious"),
        ABSTAIN("Abstain"),
        /** Nothing that could be read, or nothing in time. */
        INVALID("invalid");

        private final String text;

        Decision(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Whether a label was given. */
    boolean isAnswered() {
        return decision == Decision.BENIGN || decision == Decision.MALICIOUS;
    }

    /** The probability that the label is right; 0 where none was given. */
    double chance() {
        return switch (decision) {
            case MALICIOUS -> malicious;
            case BENIGN -> 1 - malicious;
            case ABSTAIN, INVALID -> 0;
        };
    }

    /** Whether the label is the one that was drawn. */
    boolean isDrawnLabel() {
        return decision == (drawnMalicious ? Decision.MALICIOUS : Decision.BENIGN);
    }
}
