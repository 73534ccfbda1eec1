package dev.svgym.networklogs.imports;

import java.io.IOException;
import java.util.Optional;

/** The records of one source, one at a time, in its order. Holds one record in memory. */
interface RowReader {

    /**
     * The next row; empty behind the last.
     *
     * @throws IOException where the source fails
     * @throws UnreadableSourceException where the source is not of this format, so that no later record can be trusted
     */
    Optional<Row> next() throws IOException, UnreadableSourceException;
}
