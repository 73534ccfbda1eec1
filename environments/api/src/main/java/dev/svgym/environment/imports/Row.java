package dev.svgym.environment.imports;

import dev.svgym.environment.Split;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a format made of one record of a file. */
public sealed interface Row {

    /** Where the record begins, counted from 1. */
    long line();

    /**
     * A record that can be a task.
     *
     * @param task what is kept of it
     * @param key equal for records that are one task in other words, so that no two splits may share them
     * @param label what the record says is right, for strata; records with equal keys and other labels contradict
     * @param family what kind of task it is within its label, for strata; empty where nobody says
     * @param split where the source itself puts the record
     */
    record Usable(
            long line,
            ObjectNode task,
            String key,
            String label,
            String family,
            Optional<Split> split)
            implements Row {}

    /**
     * A record that cannot be a task.
     *
     * @param reason what was expected and what came
     */
    record Unusable(long line, String reason) implements Row {}

    /** A record without content. */
    record Blank(long line) implements Row {}
}
