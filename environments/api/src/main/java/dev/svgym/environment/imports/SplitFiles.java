package dev.svgym.environment.imports;

import dev.svgym.environment.Split;
import java.nio.file.Path;

/**
 * The two files of a split: rows as JSON lines, and where each row begins and the last ends, as big-endian 64-bit numbers.
 */
record SplitFiles(Path rows, Path index) {

    static SplitFiles in(Path folder, Split split) {
        return new SplitFiles(
                folder.resolve(split.label() + ".jsonl"), folder.resolve(split.label() + ".index"));
    }
}
