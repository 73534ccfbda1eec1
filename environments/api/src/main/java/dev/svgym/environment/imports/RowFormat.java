package dev.svgym.environment.imports;

import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * A format with the way to read it.
 *
 * @param charset of its files
 */
public record RowFormat(ImportFormat format, Charset charset, Reading reading) {

    /** Starts to read a source. */
    @FunctionalInterface
    public interface Reading {

        /**
         * The rows of a source, which the caller closes.
         *
         * @param options of the format that the request sets
         */
        RowReader rows(Reader text, Map<String, String> options);
    }
}
