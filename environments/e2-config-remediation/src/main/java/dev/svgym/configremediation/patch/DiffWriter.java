package dev.svgym.configremediation.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Writes the unified diff between two sets of the same files, in the strict form that {@link UnifiedDiff} applies. */
public final class DiffWriter {

    private static final int CONTEXT = 3;

    private DiffWriter() {}

    /**
     * The diff; empty where nothing differs.
     *
     * @param before path to text; every text ends with a line feed
     * @param after the same paths
     */
    public static String between(
            SortedMap<String, String> before, SortedMap<String, String> after) {
        var diff = new StringBuilder();
        before.forEach((path, old) -> {
            String text = after.getOrDefault(path, "");
            if (!old.equals(text)) {
                diff.append("--- a/").append(path).append("\n+++ b/").append(path).append('\n');
                List<Edit> edits = edits(old.lines().toList(), text.lines().toList());
                hunks(edits).forEach(diff::append);
            }
        });
        return diff.toString();
    }

    /** One line: kept ({@code ' '}), removed ({@code '-'}) or added ({@code '+'}). */
    private record Edit(char mark, String line) {}

    /** By the longest common subsequence of what lies between equal starts and ends. */
    private static List<Edit> edits(List<String> before, List<String> after) {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Edit> edits = new ArrayList<>();
        before.subList(0, start).forEach(line -> edits.add(new Edit(' ', line)));
        middle(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end),
                edits);
        before.subList(before.size() - end, before.size())
                .forEach(line -> edits.add(new Edit(' ', line)));
        return edits;
    }

    private static void middle(List<String> before, List<String> after, List<Edit> edits) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                edits.add(new Edit(' ', before.get(i)));
                i++;
                j++;
            } else if (i < before.size()
                    && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                edits.add(new Edit('-', before.get(i++)));
            } else {
                edits.add(new Edit('+', after.get(j++)));
            }
        }
    }

    private static List<String> hunks(List<Edit> edits) {
        List<String> hunks = new ArrayList<>();
        int oldLine = 1;
        int newLine = 1;
        int next = 0;
        while (next < edits.size()) {
            int change = next;
            while (change < edits.size() && edits.get(change).mark() == ' ') {
                change++;
            }
            if (change == edits.size()) {
                break;
            }
            int from = Math.max(next, change - CONTEXT);
            oldLine += from - next;
            newLine += from - next;
            int to = end(edits, change);
            hunks.add(hunk(edits.subList(from, to), oldLine, newLine));
            for (Edit edit : edits.subList(from, to)) {
                oldLine += edit.mark() == '+' ? 0 : 1;
                newLine += edit.mark() == '-' ? 0 : 1;
            }
            next = to;
        }
        return hunks;
    }

    /** The end of a hunk: changes nearer to each other than two contexts share one. */
    private static int end(List<Edit> edits, int change) {
        int last = change;
        for (int i = change; i < edits.size() && i - last <= 2 * CONTEXT; i++) {
            last = edits.get(i).mark() == ' ' ? last : i;
        }
        return Math.min(edits.size(), last + 1 + CONTEXT);
    }

    private static String hunk(List<Edit> edits, int oldLine, int newLine) {
        int removed = (int) edits.stream().filter(edit -> edit.mark() != '+').count();
        int added = (int) edits.stream().filter(edit -> edit.mark() != '-').count();
        var hunk = new StringBuilder("@@ -");
        hunk.append(removed == 0 ? oldLine - 1 : oldLine).append(',').append(removed);
        hunk.append(" +").append(added == 0 ? newLine - 1 : newLine).append(',').append(added);
        hunk.append(" @@\n");
        edits.forEach(edit -> hunk.append(edit.mark()).append(edit.line()).append('\n'));
        return hunk.toString();
    }
}
