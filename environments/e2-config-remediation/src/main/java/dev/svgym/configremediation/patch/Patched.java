package dev.svgym.configremediation.patch;

import java.util.SortedMap;

/** What applying a patch came to. */
public sealed interface Patched {

    /** All files, the untouched ones included. */
    record Applied(SortedMap<String, String> files) implements Patched {}

    /**
     * Nothing was applied.
     *
     * @param why the hunk, the line and what stood there, so that the patch can be mended
     */
    record Refused(String why) implements Patched {}
}
