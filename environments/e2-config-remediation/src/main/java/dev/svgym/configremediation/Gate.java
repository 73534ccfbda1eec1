package dev.svgym.configremediation;

import dev.svgym.environment.Verdict;
import java.util.Locale;

/** The checks of an answer, in the order in which they are made; the first that fails is the last that is made. */
enum Gate {
    /** The answer is the JSON object that was asked for. */
    FORMAT,
    /** The change applies exactly, to files of the task alone. */
    PATCH,
    /** The result is sound text of its kind. */
    PARSE,
    /** Nothing new tells a scanner to look away. */
    SUPPRESSION,
    /** The same objects with the same members are there. */
    IDENTITY,
    /** Only what the violated rules' fix paths cover was changed, and only as they allow. */
    PRESERVATION,
    /** No rule in force is violated any more. */
    RESCAN;

    Verdict.Gate passed(String evidence) {
        return new Verdict.Gate(label(), true, evidence);
    }

    Verdict.Gate failed(String evidence) {
        return new Verdict.Gate(label(), false, evidence);
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
