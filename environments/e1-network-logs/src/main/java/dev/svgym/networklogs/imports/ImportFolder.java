package dev.svgym.networklogs.imports;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where imported sets are.
 *
 * @param path of the folder, which is made with the first import; empty for no imported sets
 * @param mostBytes that a source may have, unpacked
 */
public record ImportFolder(Optional<Path> path, long mostBytes) {

    /** No imported sets. */
    public static final ImportFolder NONE = new ImportFolder(Optional.empty(), 0);
}
