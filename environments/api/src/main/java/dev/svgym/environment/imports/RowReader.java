package dev.svgym.environment.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of one source, one at a time, in its order. Holds one record in memory. */
public interface RowReader extends Closeable {

    /**
     * The next row; empty behind the last.
     *
     * @throws IOException where the source fails
     * @throws UnreadableSourceException where the source is not of this format, so that no later record can be trusted
     */
    Optional<Row> next() throws IOException, UnreadableSourceException;

    /** Gives up what was read ahead, if anything was. */
    @Override
    default void close() {}
}
