package dev.svgym.environment.imports;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where imported sets are.
 *
 * @param path of the folder, which is made with the first import; empty for no imported sets
 * @param mostBytes that a source may have, unpacked
 * @param settings what comes before {@code .imports} and {@code .import-limit} in the names of these settings
 */
public record ImportFolder(Optional<Path> path, long mostBytes, String settings) {

    /** No imported sets. */
    public static ImportFolder none(String settings) {
        return new ImportFolder(Optional.empty(), 0, settings);
    }
}
