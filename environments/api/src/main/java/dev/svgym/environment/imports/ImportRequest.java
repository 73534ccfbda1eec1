package dev.svgym.environment.imports;

import java.util.List;
import java.util.Map;

/**
 * What to import.
 *
 * @param format name of an {@link ImportFormat}
 * @param set name of the new set
 * @param sources read in this order as if they were one file
 * @param options of the format, and {@code licence}
 */
public record ImportRequest(
        String format, String set, List<ImportSource> sources, Map<String, String> options) {

    public ImportRequest {
        sources = List.copyOf(sources);
        options = Map.copyOf(options);
    }
}
