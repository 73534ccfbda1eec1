package dev.svgym.networklogs;

import java.util.Arrays;
import java.util.Optional;

/** What a case is, or is said to be. */
enum Label {
    BENIGN("Benign", Act.BENIGN),
    MALICIOUS("Malicious", Act.MALICIOUS);

    private final String text;
    private final Act act;

    Label(String text, Act act) {
        this.text = text;
        this.act = act;
    }

    /** As it is written in tasks and answers, to the letter. */
    String text() {
        return text;
    }

    /** To answer with this label. */
    Act act() {
        return act;
    }

    /**
     * The probability of this label.
     *
     * @param malicious P(Malicious), in [0, 1]
     */
    double chance(double malicious) {
        return this == MALICIOUS ? malicious : 1 - malicious;
    }

    static Optional<Label> of(String text) {
        return Arrays.stream(values()).filter(label -> label.text.equals(text)).findFirst();
    }
}
