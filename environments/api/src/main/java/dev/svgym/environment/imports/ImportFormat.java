package dev.svgym.environment.imports;

import java.util.List;

/**
 * A format that can be imported.
 *
 * @param name lower case, digits and hyphens
 * @param description what files it is about, and what compression and encoding they may have
 * @param licence of the published set of this format, as its authors state it; what a request states goes before it
 * @param options that a request may set beside {@code licence}
 */
public record ImportFormat(String name, String description, String licence, List<Option> options) {

    public ImportFormat {
        options = List.copyOf(options);
    }

    /** A named text that steers an import. */
    public record Option(String name, String meaning) {}
}
