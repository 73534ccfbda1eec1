package dev.svgym.environment.imports;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file, or what a client sends instead of one.
 *
 * @param name for messages and the manifest
 * @param bytes how many there are; -1 where nobody knows before the end
 * @param content is opened once
 */
public record ImportSource(String name, long bytes, Content content) {

    /** Opens the bytes of a source. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
