package dev.svgym.configremediation.patch;

import dev.svgym.configremediation.patch.Hunk.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of one unified diff, line by line, exactly. */
final class DiffParser {

    private static final Pattern HUNK_HEADER =
            Pattern.compile(
                    "@@ -(\\d{1,7})(?:,(\\d{1,7}))? \\+(\\d{1,7})(?:,(\\d{1,7}))? @@(?: .*)?");

    private static final String NO_LINE_FEED = "\\ No newline at end of file";

    private final List<String> lines;
    private final Set<String> paths;
    private int at;

    DiffParser(String patch, Set<String> paths) {
        this.lines = patch.isEmpty() ? List.of() : List.of(patch.split("\n", -1));
        this.paths = paths;
    }

    List<FilePatch> parse() throws RefusedPatchException {
        List<FilePatch> files = new ArrayList<>();
        while (skipToFile()) {
            List<String> old = header("--- ");
            List<String> path = header("+++ ").stream().filter(old::contains).toList();
            if (path.isEmpty()) {
                throw refused("the header renames %s; files keep their names".formatted(old));
            }
            files.add(new FilePatch(path.getFirst(), hunks(path.getFirst())));
        }
        return files;
    }

    /** Passes over blank lines and the lines that git puts before a file that is merely changed. */
    private boolean skipToFile() throws RefusedPatchException {
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.startsWith("--- ")) {
                return true;
            }
            if (!line.isBlank() && !line.startsWith("diff ") && !line.startsWith("index ")) {
                throw refused(
                        "expected a header \"--- path\", got \"%s\"; a patch only changes files that are there"
                                .formatted(excerpt(line)));
            }
            at++;
        }
        return false;
    }

    /** The files that a header line may mean, without the prefix of git first. */
    private List<String> header(String prefix) throws RefusedPatchException {
        if (at == lines.size() || !lines.get(at).startsWith(prefix)) {
            throw refused("expected a header \"%spath\"".formatted(prefix));
        }
        String named = lines.get(at).substring(prefix.length());
        int tab = named.indexOf('\t');
        String path = tab < 0 ? named : named.substring(0, tab);
        String side = prefix.equals("--- ") ? "a/" : "b/";
        String bare = path.startsWith(side) ? path.substring(side.length()) : path;
        List<String> meant = Stream.of(bare, path).distinct().filter(paths::contains).toList();
        if (!meant.isEmpty()) {
            at++;
            return meant;
        }
        throw refused(
                "\"%s\" is not one of the files %s; none is created, deleted or renamed"
                        .formatted(excerpt(path), paths));
    }

    private List<Hunk> hunks(String path) throws RefusedPatchException {
        List<Hunk> hunks = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith("@@")) {
            hunks.add(hunk(path, hunks.size() + 1));
        }
        if (hunks.isEmpty()) {
            throw refused("expected a hunk \"@@ -start,count +start,count @@\" for " + path);
        }
        return hunks;
    }

    private Hunk hunk(String path, int number) throws RefusedPatchException {
        Matcher header = HUNK_HEADER.matcher(lines.get(at));
        if (!header.matches()) {
            throw refused(
                    "expected \"@@ -start,count +start,count @@\", got \"%s\""
                            .formatted(excerpt(lines.get(at))));
        }
        at++;
        int oldLeft = count(header.group(2));
        int newLeft = count(header.group(4));
        List<Line> body = new ArrayList<>();
        while (oldLeft > 0 || newLeft > 0) {
            Line line = line(path, number);
            oldLeft -= line.kind() == Line.Kind.ADDED ? 0 : 1;
            newLeft -= line.kind() == Line.Kind.REMOVED ? 0 : 1;
            if (oldLeft < 0 || newLeft < 0) {
                throw refused(
                        "hunk %s of %s has more lines than its header counts"
                                .formatted(number, path));
            }
            body.add(line);
        }
        requireEndOfHunk(path, number);
        Hunk hunk =
                new Hunk(
                        number,
                        Integer.parseInt(header.group(1)),
                        Integer.parseInt(header.group(3)),
                        body);
        if ((hunk.oldStart() == 0 && hunk.oldCount() > 0)
                || (hunk.newStart() == 0 && hunk.newCount() > 0)) {
            throw refused(
                    "hunk %s of %s starts at line 0; lines are counted from 1"
                            .formatted(number, path));
        }
        return hunk;
    }

    private Line line(String path, int number) throws RefusedPatchException {
        if (at == lines.size()) {
            throw refused(
                    "hunk %s of %s has fewer lines than its header counts".formatted(number, path));
        }
        String line = lines.get(at);
        // Mail and editors strip the blank of an empty context line; git reads it so, too.
        char mark = line.isEmpty() ? ' ' : line.charAt(0);
        Line.Kind kind =
                switch (mark) {
                    case ' ' -> Line.Kind.CONTEXT;
                    case '-' -> Line.Kind.REMOVED;
                    case '+' -> Line.Kind.ADDED;
                    default ->
                            throw refused(
                                    "hunk %s of %s has fewer lines than its header counts, or a line that starts with neither blank, - nor +: \"%s\""
                                            .formatted(number, path, excerpt(line)));
                };
        at++;
        String text = line.isEmpty() ? "" : line.substring(1);
        if (at < lines.size() && lines.get(at).equals(NO_LINE_FEED)) {
            at++;
            return new Line(kind, text);
        }
        return new Line(kind, text + "\n");
    }

    /** Behind a hunk comes another, another file, or nothing. */
    private void requireEndOfHunk(String path, int number) throws RefusedPatchException {
        if (at == lines.size()) {
            return;
        }
        String line = lines.get(at);
        boolean more =
                line.startsWith(" ")
                        || line.startsWith("+")
                        || (line.startsWith("-") && !line.startsWith("--- "));
        if (more) {
            throw refused(
                    "hunk %s of %s has more lines than its header counts".formatted(number, path));
        }
    }

    private static int count(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private RefusedPatchException refused(String why) {
        return new RefusedPatchException("line %s of the patch: %s".formatted(at + 1, why));
    }

    private static String excerpt(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "...";
    }
}
