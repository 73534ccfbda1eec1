package dev.svgym.networklogs;

import java.io.BufferedReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.node.ObjectNode;

/** A line of an SV-Bench E1 file, {@code {"question", "answer", "meta"}}, as an inline task or with what is wrong with it. */
public sealed interface SvBenchRow {

    /** Counted from 1. */
    long line();

    /**
     * A row that can be posed.
     *
     * @param definition of the inline task: the question as its log, the answer as its label
     * @param meta where the row comes from; empty where it does not say
     */
    record Posable(long line, ObjectNode definition, ObjectNode meta) implements SvBenchRow {}

    /**
     * A row that cannot be posed.
     *
     * @param reason what was expected and what came
     */
    record Rejected(long line, String reason) implements SvBenchRow {}

    /**
     * The rows of a file, one at a time, in its order; blank lines are skipped. Holds one line in memory.
     *
     * @throws UncheckedIOException from the stream, where reading fails
     */
    static Stream<SvBenchRow> rows(Reader file) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new SvBenchFile(new BufferedReader(file)),
                        Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }
}
