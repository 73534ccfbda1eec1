package dev.svgym.configremediation.scanner;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build puts {@code semgrep-core}. */
public final class SemgrepBinary {

    private static final String FOLDER = "semgrep-" + SemgrepScanner.VERSION;
    private static final String NAME = "semgrep-core";

    private SemgrepBinary() {}

    /**
     * The binary of the tool folder; it need not be there.
     *
     * @param tools a tool folder that was named; empty: {@code .tools} of the working copy around {@code start}
     */
    public static Path find(String tools, Path start) {
        if (!tools.isEmpty()) {
            return Path.of(tools).resolve(FOLDER).resolve(NAME);
        }
        Path nearest = start.resolve(".tools");
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".tools"))) {
                nearest = folder.resolve(".tools");
                break;
            }
        }
        return nearest.resolve(FOLDER).resolve(NAME);
    }
}
