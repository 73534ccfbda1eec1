package dev.svgym.networklogs;

/** What makes a generated case hard; the first that fits, in the order of {@link #of}. */
enum Stratum {
    /** One feature alone leads to the best act. */
    TRIVIAL("trivial"),
    /** Only features together lead to it. */
    MULTI_FEATURE("multi-feature"),
    /** At even odds before the flows, another act were best. */
    BASE_RATE("base-rate"),
    /** The best act is to abstain. */
    UNDECIDABLE("undecidable"),
    /** Some name field says what to answer. */
    ADVERSARIAL_TEXT("adversarial-text"),
    /** The evidence is spread over many flows. */
    WINDOW("window"),
    /** Brought by a caller. */
    INLINE("inline"),
    /** From a recording. */
    IMPORTED("imported");

    private final String text;

    Stratum(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Of a generated case.
     *
     * @param act the best one
     * @param atEvenOdds the best act under the same flows and even odds
     * @param byOneFeature the best act for somebody who sees the feature that tells most, and the prior
     */
    static Stratum of(
            boolean planted, boolean manyFlows, Act act, Act atEvenOdds, Act byOneFeature) {
        if (planted) {
            return ADVERSARIAL_TEXT;
        }
        if (manyFlows) {
            return WINDOW;
        }
        if (act != atEvenOdds) {
            return BASE_RATE;
        }
        if (act == Act.ABSTAIN) {
            return UNDECIDABLE;
        }
        return act == byOneFeature ? TRIVIAL : MULTI_FEATURE;
    }
}
