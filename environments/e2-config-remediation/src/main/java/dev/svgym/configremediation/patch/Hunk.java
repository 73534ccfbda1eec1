package dev.svgym.configremediation.patch;

import java.util.List;

/**
 * One hunk of a unified diff.
 *
 * @param number from 1 within its file, for messages
 * @param oldStart line of the original at which the hunk starts, from 1; where it takes none, the line it stands behind
 * @param newStart the same for the result
 */
record Hunk(int number, int oldStart, int newStart, List<Line> lines) {

    Hunk {
        lines = List.copyOf(lines);
    }

    /** Lines of the original that the hunk covers. */
    int oldCount() {
        return (int) lines.stream().filter(line -> line.kind != Line.Kind.ADDED).count();
    }

    /** Lines of the result that the hunk covers. */
    int newCount() {
        return (int) lines.stream().filter(line -> line.kind != Line.Kind.REMOVED).count();
    }

    /** Index in the original, from 0, of the first line that the hunk covers or stands before. */
    int oldIndex() {
        return oldCount() == 0 ? oldStart : oldStart - 1;
    }

    /** The same in the result. */
    int newIndex() {
        return newCount() == 0 ? newStart : newStart - 1;
    }

    /**
     * A line of a hunk.
     *
     * @param text with its line feed, which only the last line of a file may lack
     */
    record Line(Kind kind, String text) {

        enum Kind {
            CONTEXT,
            REMOVED,
            ADDED
        }
    }
}
