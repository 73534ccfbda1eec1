package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Characters;
import dev.svgym.configremediation.model.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a Dockerfile as BuildKit does: directives, comments, continuations, instructions, here-documents.
 * Whatever it takes BuildKit takes too, and reads the same. For one text.
 */
final class SourceReader {

    private static final int LONGEST_LINE = 65_000;
    private static final int MOST_INSTRUCTIONS = 2_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern DIRECTIVE =
            Pattern.compile(
                    "[ \\t]*#\\p{IsWhite_Space}*([a-zA-Z][a-zA-Z0-9]*)[ \\t]*=[ \\t]*(.+?)[ \\t]*");

    private final List<String> lines;
    private final List<Directive> directives = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private boolean mayHaveDirectives = true;
    private char escape = '\\';
    private Pattern continuation = continuation('\\');
    private int next;

    private SourceReader(String text) throws UnreadableDockerfileException {
        String rest =
                !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        lines = List.of(rest.replace("\r\n", "\n").split("(?<=\n)", -1));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > LONGEST_LINE) {
                throw new UnreadableDockerfileException(
                        i + 1, "expected at most %s characters".formatted(LONGEST_LINE));
            }
            Optional<Integer> deceiving =
                    line.codePoints()
                            .filter(c -> c != '\n' && c != '\t' && Characters.deceives(c))
                            .boxed()
                            .findFirst();
            if (deceiving.isPresent()) {
                throw new UnreadableDockerfileException(
                        i + 1,
                        "expected text, got the character U+%04X".formatted(deceiving.get()));
            }
        }
    }

    static Source read(String text) throws UnreadableDockerfileException {
        var reader = new SourceReader(text);
        if (reader.lines.getFirst().startsWith("#!")) {
            throw new UnreadableDockerfileException(
                    1, "expected no #!, behind which some builders look for directives");
        }
        while (reader.next < reader.lines.size()) {
            reader.statement();
        }
        if (reader.instructions.isEmpty()) {
            throw new UnreadableDockerfileException(
                    1, "expected at least one instruction, got none: comments alone are no config");
        }
        return new Source(reader.directives, reader.escape, reader.instructions);
    }

    private void statement() throws UnreadableDockerfileException {
        int start = next + 1;
        String whole = withoutEnd(lines.get(next++));
        directive(whole, start);
        String first = whole.replaceFirst("^[ \t]+", "");
        if (first.isEmpty() || first.charAt(0) == '#') {
            return;
        }
        var joined = new StringBuilder();
        boolean goesOn = append(first, joined);
        while (goesOn && next < lines.size()) {
            String line = withoutEnd(lines.get(next++));
            if (!isCommentOrBlank(line)) {
                goesOn = append(line, joined);
            }
        }
        String line = joined.toString();
        if (line.isBlank()) {
            throw new UnreadableDockerfileException(start, "expected an instruction, got none");
        }
        if (line.codePoints()
                .anyMatch(c -> c != ' ' && Character.getType(c) == Character.SPACE_SEPARATOR)) {
            throw new UnreadableDockerfileException(
                    start, "expected blanks and tabs, got another kind of space");
        }
        if (instructions.size() == MOST_INSTRUCTIONS) {
            throw new UnreadableDockerfileException(
                    start, "expected at most %s instructions".formatted(MOST_INSTRUCTIONS));
        }
        Instruction instruction = new LineReader(escape, start).instruction(line);
        instructions.add(
                instruction.takesHeredocs() && line.contains("<<")
                        ? instruction.with(heredocs(line, start))
                        : instruction);
    }

    private static String withoutEnd(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private static boolean isCommentOrBlank(String line) {
        String text = line.strip();
        return text.isEmpty() || text.charAt(0) == '#';
    }

    /** Whether the line says that it goes on. */
    private boolean append(String line, StringBuilder joined) throws UnreadableDockerfileException {
        Matcher end = continuation.matcher(line);
        boolean goesOn = end.find();
        joined.append(goesOn ? line.substring(0, end.start()) : line);
        if (joined.length() > LONGEST_LINE) {
            throw new UnreadableDockerfileException(
                    next, "expected at most %s characters".formatted(LONGEST_LINE));
        }
        return goesOn;
    }

    /** The last escape character of a line with no other one before it. */
    private static Pattern continuation(char escape) {
        String sign = Pattern.quote(String.valueOf(escape));
        return Pattern.compile("(?<!" + sign + ")" + sign + "[ \\t]*\\z");
    }

    private void directive(String line, int number) throws UnreadableDockerfileException {
        if (!mayHaveDirectives) {
            return;
        }
        Matcher form = DIRECTIVE.matcher(line);
        String name = form.matches() ? form.group(1).toLowerCase(Locale.ROOT) : "";
        mayHaveDirectives = List.of("syntax", "escape", "check").contains(name);
        if (!mayHaveDirectives) {
            return;
        }
        if (line.charAt(0) != '#') {
            throw new UnreadableDockerfileException(
                    number, "expected no blanks before the directive " + name);
        }
        String value = form.group(2);
        if (directives.stream().anyMatch(directive -> directive.name().equals(name))) {
            throw new UnreadableDockerfileException(
                    number, "expected the directive %s once".formatted(name));
        }
        if (name.equals("escape")) {
            if (!value.equals("\\") && !value.equals("`")) {
                throw new UnreadableDockerfileException(
                        number,
                        "expected a backslash or a backtick as escape, got " + Excerpt.of(value));
            }
            escape = value.charAt(0);
            continuation = continuation(escape);
        }
        directives.add(new Directive(name, value));
    }

    private List<Heredoc> heredocs(String line, int start) throws UnreadableDockerfileException {
        List<Heredoc> documents = new ArrayList<>();
        for (Heredoc mark : announced(line, start)) {
            var content = new StringBuilder();
            boolean ended = false;
            while (!ended && next < lines.size()) {
                String text = lines.get(next++);
                String end = withoutEnd(text);
                ended = (mark.chomp() ? end.replaceFirst("^\t+", "") : end).equals(mark.name());
                if (!ended) {
                    content.append(text);
                }
            }
            if (!ended) {
                throw new UnreadableDockerfileException(
                        start,
                        "expected the end %s of a heredoc".formatted(Excerpt.of(mark.name())));
            }
            documents.add(mark.with(content.toString()));
        }
        return documents;
    }

    /** A line whose quotes do not match announces none; the shell will say what is wrong with it. */
    private static List<Heredoc> announced(String line, int start)
            throws UnreadableDockerfileException {
        List<String> words;
        try {
            words =
                    new WordLexer('\\', Variables.NONE)
                            .keepingQuotes()
                            .keepingEscapes()
                            .words(line);
        } catch (UnreadableWordException e) {
            return List.of();
        }
        List<Heredoc> marks = new ArrayList<>();
        for (String word : words) {
            try {
                Heredoc.announcedBy(word).ifPresent(marks::add);
            } catch (UnreadableWordException e) {
                throw new UnreadableDockerfileException(start, "a heredoc: " + e.why());
            }
        }
        return marks;
    }
}
