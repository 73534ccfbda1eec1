package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.dockerfile.Variables.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes quotes off and replaces variables, as the builder does before an instruction gets its arguments. A variable of
 * which nothing is known stays as written. For one thread.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#environment-replacement">Environment replacement</a>
 */
final class WordLexer {

    private static final int DEEPEST = 16;
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_MATCHED = 1_000;

    private final char escape;
    private final Variables variables;
    private boolean rawQuotes;
    private boolean rawEscapes;
    private boolean ignoresQuotes;

    private String source = "";
    private int at;
    private int depth;
    private int made;
    private boolean hasUnknown;

    WordLexer(char escape, Variables variables) {
        this.escape = escape;
        this.variables = variables;
    }

    WordLexer keepingQuotes() {
        rawQuotes = true;
        return this;
    }

    WordLexer keepingEscapes() {
        rawEscapes = true;
        return this;
    }

    /** For texts in which quotes are characters like others. */
    WordLexer ignoringQuotes() {
        ignoresQuotes = true;
        return this;
    }

    /** The text as one word. */
    String word(String text) throws UnreadableWordException {
        return lex(text).text.toString();
    }

    /** The text split at blanks, after replacement. */
    List<String> words(String text) throws UnreadableWordException {
        return lex(text).finished();
    }

    /** Whether some variable of the last text could not be replaced. */
    boolean hasUnknown() {
        return hasUnknown;
    }

    private Words lex(String text) throws UnreadableWordException {
        source = text;
        at = 0;
        depth = 0;
        made = 0;
        hasUnknown = false;
        return until('\0', rawEscapes);
    }

    /** What is read up to the character, which is taken too; 0 for the end of the text. */
    private Words until(char stop, boolean raw) throws UnreadableWordException {
        if (++depth > DEEPEST) {
            throw new UnreadableWordException("substitutions within each other, too deep");
        }
        boolean outer = rawEscapes;
        rawEscapes = raw;
        var words = new Words();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == stop && stop != '\0') {
                at++;
                rawEscapes = outer;
                depth--;
                return words;
            }
            switch (c) {
                case '\'', '"' -> {
                    if (ignoresQuotes) {
                        plain(c, words);
                    } else {
                        words.raw(c == '"' ? doubleQuoted() : singleQuoted());
                    }
                }
                case '$' -> words.split(dollar());
                case '<' -> words.raw(lessThan());
                default -> plain(c, words);
            }
        }
        if (stop != '\0') {
            throw new UnreadableWordException("expected %s, got the end".formatted(stop));
        }
        rawEscapes = outer;
        depth--;
        return words;
    }

    private void plain(char c, Words words) throws UnreadableWordException {
        at++;
        if (c != escape) {
            words.split(String.valueOf(c));
            return;
        }
        if (rawEscapes) {
            words.raw(String.valueOf(c));
        }
        if (at < source.length()) {
            words.raw(String.valueOf(source.charAt(at++)));
        }
    }

    private String singleQuoted() throws UnreadableWordException {
        int end = source.indexOf('\'', at + 1);
        if (end < 0) {
            throw new UnreadableWordException("expected a closing ', got the end");
        }
        String inside = rawQuotes ? source.substring(at, end + 1) : source.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private String doubleQuoted() throws UnreadableWordException {
        var inside = new StringBuilder();
        at++;
        if (rawQuotes) {
            inside.append('"');
        }
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '"') {
                at++;
                return rawQuotes ? inside.append('"').toString() : inside.toString();
            }
            if (c == '$') {
                inside.append(dollar());
                continue;
            }
            at++;
            if (c == escape) {
                if (rawEscapes) {
                    inside.append(c);
                }
                if (at == source.length()) {
                    continue;
                }
                char next = source.charAt(at);
                if (next == '"' || next == '$' || next == escape) {
                    c = next;
                    at++;
                }
            }
            inside.append(c);
        }
        throw new UnreadableWordException("expected a closing \", got the end");
    }

    /** Keeps the blanks behind {@code <<} in the word. */
    private String lessThan() {
        int start = at++;
        if (at == source.length() || source.charAt(at) != '<') {
            return "<";
        }
        at++;
        while (at < source.length() && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
            at++;
        }
        return source.substring(start, at);
    }

    private String dollar() throws UnreadableWordException {
        int start = at++;
        if (at == source.length() || source.charAt(at) != '{') {
            String name = name();
            return name.isEmpty()
                    ? "$"
                    : switch (variables.of(name)) {
                        case Variable.Known(var value) -> counted(value);
                        case Variable.Unset _ -> "";
                        case Variable.Unknown _ -> unknown(start);
                    };
        }
        at++;
        if (at == source.length() || "{}:".indexOf(source.charAt(at)) >= 0) {
            throw new UnreadableWordException("bad substitution");
        }
        String name = name();
        if (at == source.length()) {
            throw new UnreadableWordException("expected }, got the end");
        }
        Variable variable = variables.of(name);
        char operator = source.charAt(at++);
        if (operator == '}') {
            return switch (variable) {
                case Variable.Known(var value) -> counted(value);
                case Variable.Unset _ -> "";
                case Variable.Unknown _ -> unknown(start);
            };
        }
        boolean emptyIsUnset = operator == ':';
        if (emptyIsUnset) {
            operator = at < source.length() ? source.charAt(at++) : '\0';
        }
        return switch (operator) {
            case '-', '+', '?' -> {
                String word = until('}', false).text.toString();
                yield variable instanceof Variable.Unknown
                        ? unknown(start)
                        : counted(chosen(operator, variable, emptyIsUnset, word));
            }
            case '#', '%', '/' -> {
                if (emptyIsUnset) {
                    throw new UnreadableWordException("unsupported modifier in substitution");
                }
                yield pattern(operator, variable, start);
            }
            default -> throw new UnreadableWordException("unsupported modifier in substitution");
        };
    }

    private static String chosen(
            char operator, Variable variable, boolean emptyIsUnset, String word)
            throws UnreadableWordException {
        String value = variable instanceof Variable.Known(var known) ? known : "";
        boolean set = variable instanceof Variable.Known && !(emptyIsUnset && value.isEmpty());
        return switch (operator) {
            case '-' -> set ? value : word;
            case '+' -> set ? word : "";
            default -> {
                if (!set) {
                    throw new UnreadableWordException(
                            "a variable that has to be set is not: " + word);
                }
                yield value;
            }
        };
    }

    /** Takes a pattern off, or replaces it. What is not of plain characters and asterisks counts as not known. */
    private String pattern(char operator, Variable variable, int start)
            throws UnreadableWordException {
        if (operator == '/') {
            boolean all = at < source.length() && source.charAt(at) == '/';
            if (all) {
                at++;
            }
            String from = until('/', true).text.toString();
            String to = until('}', true).text.toString();
            if (variable instanceof Variable.Known(var value)
                    && value.length() <= LONGEST_MATCHED
                    && ShellPattern.isPlain(from)
                    && ShellPattern.isLiteral(to)) {
                return counted(ShellPattern.replace(value, from, to, all));
            }
            return unknown(start);
        }
        String word = until('}', true).text.toString();
        boolean longest = !word.isEmpty() && word.charAt(0) == operator;
        String shape = longest ? word.substring(1) : word;
        if (variable instanceof Variable.Known(var value)
                && value.length() <= LONGEST_MATCHED
                && ShellPattern.isPlain(shape)) {
            return counted(
                    operator == '#'
                            ? ShellPattern.withoutPrefix(value, shape, longest)
                            : ShellPattern.withoutSuffix(value, shape, longest));
        }
        return unknown(start);
    }

    private String unknown(int start) {
        hasUnknown = true;
        return source.substring(start, at);
    }

    private String counted(String value) throws UnreadableWordException {
        made += value.length();
        if (made > LONGEST) {
            throw new UnreadableWordException("a value that grows beyond bounds");
        }
        return value;
    }

    private String name() {
        int start = at;
        if (at < source.length() && Character.isDigit(source.charAt(at))) {
            while (at < source.length() && Character.isDigit(source.charAt(at))) {
                at++;
            }
            return source.substring(start, at);
        }
        if (at < source.length() && "@*#?-$!".indexOf(source.charAt(at)) >= 0) {
            return source.substring(at, ++at);
        }
        while (at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
            at++;
        }
        return source.substring(start, at);
    }

    /** What was read, as a text and as words. */
    private static final class Words {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder word = new StringBuilder();
        private final List<String> words = new ArrayList<>();

        void raw(String piece) {
            text.append(piece);
            word.append(piece);
        }

        void split(String piece) {
            text.append(piece);
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                if (!Character.isWhitespace(c)) {
                    word.append(c);
                } else if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            }
        }

        List<String> finished() {
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            return List.copyOf(words);
        }
    }
}
