package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.dockerfile.Script.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a POSIX shell is given, as far as its commands and words go; what is beyond it is not read. */
final class ScriptReader {

    private static final int DEEPEST = 8;
    private static final int MOST_COMMANDS = 2_000;
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern REDIRECTION =
            Pattern.compile("\\d{0,2}(?:<<<|<>|<&|<|>>|>&|>\\||>)");
    private static final Pattern HEREDOC = Pattern.compile("\\d{0,2}<<(?!<)");
    private static final String NESTED = "$(%s)";

    private final String text;
    private final int depth;
    private final List<Command> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private List<Script> scripts = new ArrayList<>();
    private int at;

    private ScriptReader(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /** Absent where it is no such script: quotes that do not match, here-documents within it, too deep. */
    static Optional<Script> read(String text) {
        return read(text, 0);
    }

    private static Optional<Script> read(String text, int depth) {
        var reader = new ScriptReader(text, depth);
        return depth <= DEEPEST && reader.commands()
                ? Optional.of(new Script(reader.commands))
                : Optional.empty();
    }

    /** A command whose words are given and not read, as in exec form. */
    static Command command(List<String> words) {
        return finished(words, "", List.of(), 0);
    }

    private boolean commands() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
            } else if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if ("&|;()\n".indexOf(c) >= 0 && !text.startsWith("&>", at)) {
                end(operator());
            } else if (isHeredoc() || commands.size() > MOST_COMMANDS) {
                return false;
            } else if (!redirects() && !word()) {
                return false;
            }
        }
        if (!words.isEmpty()) {
            end("");
        }
        return true;
    }

    private String operator() {
        for (String operator : List.of("&&", "||", ";;", "|&")) {
            if (text.startsWith(operator, at)) {
                at += 2;
                return operator;
            }
        }
        return String.valueOf(text.charAt(at++));
    }

    /** Blank lines and the ends of lines behind an operator end nothing. */
    private void end(String operator) {
        if (operator.equals("\n") && words.isEmpty()) {
            return;
        }
        commands.add(finished(words, operator, scripts, depth));
        words = new ArrayList<>();
        scripts = new ArrayList<>();
    }

    private boolean isHeredoc() {
        var mark = HEREDOC.matcher(text).region(at, text.length());
        return mark.lookingAt();
    }

    private boolean redirects() {
        if (text.startsWith("&>", at)) {
            words.add("&>");
            at += 2;
            return true;
        }
        var redirection = REDIRECTION.matcher(text).region(at, text.length());
        if (!redirection.lookingAt()) {
            return false;
        }
        words.add(redirection.group());
        at = redirection.end();
        return true;
    }

    private boolean word() {
        var word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (" \t\n;|()<>".indexOf(c) >= 0 || c == '&') {
                break;
            }
            boolean sound =
                    switch (c) {
                        case '\\' -> escaped(word);
                        case '\'' -> singleQuoted(word);
                        case '"' -> doubleQuoted(word);
                        case '$' -> dollar(word);
                        case '`' -> upTo('`', word);
                        default -> {
                            word.append(c);
                            at++;
                            yield true;
                        }
                    };
            if (!sound) {
                return false;
            }
        }
        if (word.isEmpty()) {
            return false;
        }
        words.add(bare(word.toString(), !Programs.of(words).isEmpty()));
        return true;
    }

    /** Without quotes around all of it where they make no difference. */
    private static String bare(String word, boolean behindProgram) {
        if (word.length() < 3) {
            return word;
        }
        String inside = word.substring(1, word.length() - 1);
        boolean quoted =
                (word.startsWith("\"") && word.endsWith("\""))
                        || (word.startsWith("'") && word.endsWith("'"));
        return quoted
                        && NEEDS_NO_QUOTES.matcher(inside).matches()
                        && (behindProgram
                                || (inside.indexOf('=') < 0 && !Programs.isReserved(inside)))
                ? inside
                : word;
    }

    private boolean escaped(StringBuilder word) {
        if (at + 1 == text.length()) {
            return false;
        }
        if (text.charAt(at + 1) != '\n') {
            word.append(text, at, at + 2);
        }
        at += 2;
        return true;
    }

    private boolean singleQuoted(StringBuilder word) {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            return false;
        }
        word.append(text, at, end + 1);
        at = end + 1;
        return true;
    }

    private boolean doubleQuoted(StringBuilder word) {
        word.append('"');
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                word.append(c);
                at++;
                return true;
            }
            boolean sound =
                    switch (c) {
                        case '\\' -> escaped(word);
                        case '$' -> dollar(word);
                        case '`' -> upTo('`', word);
                        default -> {
                            word.append(c);
                            at++;
                            yield true;
                        }
                    };
            if (!sound) {
                return false;
            }
        }
        return false;
    }

    private boolean upTo(char end, StringBuilder word) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != end) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            return false;
        }
        word.append(text, start, ++at);
        return true;
    }

    private boolean dollar(StringBuilder word) {
        if (text.startsWith("$((", at) || text.startsWith("${", at)) {
            int end = closing(at + 1);
            if (end < 0) {
                return false;
            }
            word.append(text, at, end + 1);
            at = end + 1;
            return true;
        }
        if (!text.startsWith("$(", at)) {
            word.append('$');
            at++;
            return true;
        }
        int end = closing(at + 1);
        Optional<Script> inner =
                end < 0 ? Optional.empty() : read(text.substring(at + 2, end), depth + 1);
        if (inner.isEmpty()) {
            return false;
        }
        word.append(NESTED.formatted(scripts.size()));
        scripts.add(inner.get());
        at = end + 1;
        return true;
    }

    /** Where the bracket at a position closes, quotes counted; negative where it does not. */
    private int closing(int start) {
        char open = text.charAt(start);
        char close = open == '(' ? ')' : '}';
        int deep = 0;
        char quote = '\0';
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == open) {
                deep++;
            } else if (c == close && --deep == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Command finished(
            List<String> words, String then, List<Script> scripts, int depth) {
        List<Script> all = new ArrayList<>(scripts);
        List<String> shown = new ArrayList<>();
        String program = Programs.of(words);
        for (String word : words) {
            boolean script =
                    Programs.isShell(program)
                            && shown.stream().anyMatch(option -> option.matches("-[a-z]*c"))
                            && shown.getLast().startsWith("-");
            Optional<Script> inner =
                    script
                            ? literal(word).flatMap(text -> read(text, depth + 1))
                            : Optional.empty();
            if (inner.isPresent()) {
                shown.add(NESTED.formatted(all.size()));
                all.add(inner.get());
            } else {
                shown.addAll(Programs.options(program, word));
            }
        }
        return new Command(shown, then, all);
    }

    /** The text of a quoted word that the shell changes nothing in, or of a word of a JSON array. */
    private static Optional<String> literal(String word) {
        if (word.length() > 1
                && (word.charAt(0) == '\'' || word.charAt(0) == '"')
                && word.indexOf(word.charAt(0), 1) == word.length() - 1) {
            String inside = word.substring(1, word.length() - 1);
            boolean same =
                    word.charAt(0) == '\''
                            || inside.chars().noneMatch(c -> c == '\\' || c == '`' || c == '$');
            return same ? Optional.of(inside) : Optional.empty();
        }
        return word.contains(" ") ? Optional.of(word) : Optional.empty();
    }
}
