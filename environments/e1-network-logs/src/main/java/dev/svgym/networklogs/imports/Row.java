package dev.svgym.networklogs.imports;

import dev.svgym.environment.Split;
import java.util.Optional;

/** What a format made of one record of a file. */
sealed interface Row {

    /** Where the record begins, counted from 1. */
    long line();

    /**
     * A record that can be a case.
     *
     * @param log as it is shown
     * @param key equal for records that differ in nothing but the source port
     * @param malicious the label
     * @param family what kind of activity the source says it is; empty where it does not
     * @param split where the source itself puts the record
     */
    record Usable(
            long line,
            String log,
            String key,
            boolean malicious,
            String family,
            Optional<Split> split)
            implements Row {}

    /**
     * A record that cannot be a case.
     *
     * @param reason what was expected and what came
     */
    record Unusable(long line, String reason) implements Row {}

    /** A record without content. */
    record Blank(long line) implements Row {}
}
