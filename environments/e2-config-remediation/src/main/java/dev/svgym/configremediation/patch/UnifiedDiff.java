package dev.svgym.configremediation.patch;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unified diff against a set of files.
 *
 * <p>The form is that of {@code diff -u} and {@code git diff}: {@code ---} and {@code +++} lines with the path of a file
 * that is there, with or without {@code a/} and {@code b/}, then hunks. Files are changed; none is created, deleted or
 * renamed.
 */
public final class UnifiedDiff {

    /** Most characters of a patch. */
    public static final int MAX_LENGTH = 64 * 1024;

    private UnifiedDiff() {}

    /**
     * Applies a patch exactly or not at all. A blank patch changes nothing.
     *
     * @param files path to text
     */
    public static Patched apply(String patch, SortedMap<String, String> files) {
        if (patch.length() > MAX_LENGTH) {
            return new Patched.Refused(
                    "expected at most %s characters, got %s".formatted(MAX_LENGTH, patch.length()));
        }
        try {
            List<FilePatch> patches = new DiffParser(patch, files.keySet()).parse();
            SortedMap<String, String> result = new TreeMap<>(files);
            Set<String> seen = new HashSet<>();
            for (FilePatch file : patches) {
                if (!seen.add(file.path())) {
                    throw new RefusedPatchException(
                            "the patch names %s twice; put all its hunks under one header"
                                    .formatted(file.path()));
                }
                String text =
                        Objects.requireNonNull(
                                files.get(file.path()),
                                "the parser takes only paths that are there");
                result.put(file.path(), file.apply(text));
            }
            return new Patched.Applied(result);
        } catch (RefusedPatchException e) {
            return new Patched.Refused(e.why());
        }
    }
}
