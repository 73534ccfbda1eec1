package dev.svgym.networklogs;

/** By what generated tasks are scored. */
public enum Scoring {
    /** By the exact posterior: the expectation over the label. */
    POSTERIOR,
    /** By the label as drawn: for the study of what its luck does to training. */
    LABEL
}
