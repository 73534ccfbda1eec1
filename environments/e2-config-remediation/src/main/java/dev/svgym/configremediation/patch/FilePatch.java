package dev.svgym.configremediation.patch;

import java.util.ArrayList;
import java.util.List;

/** The hunks for one file, in order. */
record FilePatch(String path, List<Hunk> hunks) {

    FilePatch {
        hunks = List.copyOf(hunks);
    }

    /**
     * The file's new text.
     *
     * @throws RefusedPatchException where a hunk does not fit exactly
     */
    String apply(String text) throws RefusedPatchException {
        List<String> original = lines(text);
        List<String> result = new ArrayList<>();
        int next = 0;
        for (Hunk hunk : hunks) {
            if (hunk.oldIndex() < next || hunk.oldIndex() > original.size()) {
                throw refused(
                        hunk,
                        "starts at line %s, but the file has %s lines of which %s are before it; keep hunks in order and inside the file"
                                .formatted(hunk.oldStart(), original.size(), next));
            }
            result.addAll(original.subList(next, hunk.oldIndex()));
            if (hunk.newIndex() != result.size()) {
                throw refused(
                        hunk,
                        "says that it starts at line %s of the result, but the hunks before it put it at line %s"
                                .formatted(
                                        hunk.newStart(),
                                        hunk.newStart() + result.size() - hunk.newIndex()));
            }
            next = apply(hunk, original, result);
        }
        result.addAll(original.subList(next, original.size()));
        return joined(result);
    }

    private int apply(Hunk hunk, List<String> original, List<String> result)
            throws RefusedPatchException {
        int next = hunk.oldIndex();
        for (Hunk.Line line : hunk.lines()) {
            if (line.kind() != Hunk.Line.Kind.ADDED) {
                String there = next < original.size() ? original.get(next) : "";
                if (!there.equals(line.text())) {
                    throw refused(
                            hunk,
                            "expects %s at line %s, where the file has %s"
                                    .formatted(quoted(line.text()), next + 1, quoted(there)));
                }
                next++;
            }
            if (line.kind() != Hunk.Line.Kind.REMOVED) {
                result.add(line.text());
            }
        }
        return next;
    }

    private RefusedPatchException refused(Hunk hunk, String why) {
        return new RefusedPatchException("hunk %s of %s %s".formatted(hunk.number(), path, why));
    }

    /** Lines with their line feeds; the last may have none. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    private String joined(List<String> lines) throws RefusedPatchException {
        for (String line : lines.subList(0, Math.max(0, lines.size() - 1))) {
            if (!line.endsWith("\n")) {
                throw new RefusedPatchException(
                        "the patch for %s puts a line behind one without a line feed"
                                .formatted(path));
            }
        }
        return String.join("", lines);
    }

    private static String quoted(String line) {
        if (line.isEmpty()) {
            return "no more lines";
        }
        String shown = line.length() <= 120 ? line : line.substring(0, 120) + "...";
        return shown.endsWith("\n")
                ? "\"" + shown.substring(0, shown.length() - 1) + "\""
                : "\"" + shown + "\" without a line feed";
    }
}
