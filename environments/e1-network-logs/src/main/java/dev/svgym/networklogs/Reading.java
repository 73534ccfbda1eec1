package dev.svgym.networklogs;

/** What could be read from the agent's answer. */
sealed interface Reading {

    /**
     * A label with the agent's probability that it is right.
     *
     * @param confidence in [0, 1]
     */
    record Classified(Label label, double confidence) implements Reading {}

    /** The case is handed to an analyst. */
    record Abstained() implements Reading {}

    /**
     * Not an answer.
     *
     * @param why what was expected and what came
     */
    record Unreadable(String why) implements Reading {}
}
