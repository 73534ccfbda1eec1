package dev.svgym.configremediation.dockerfile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A here-document of an instruction.
 *
 * @param name what ends it; the name of the file that COPY makes of it
 * @param expand whether variables in it are replaced: no part of its name was quoted
 * @param chomp whether tabs at the beginning of its lines are taken off
 * @param content as written, with line feeds; empty in a mark whose content is not read yet
 */
record Heredoc(String name, boolean expand, boolean chomp, String content) {

    private static final Pattern MARK = Pattern.compile("\\d*<<(-?)[ \\t]*([^<]+)");
    private static final Pattern LEADING_TABS = Pattern.compile("(?m)^\\t+");

    /** What a word such as {@code <<EOF} announces; absent where it announces nothing. */
    static Optional<Heredoc> announcedBy(String word) throws UnreadableWordException {
        Matcher mark = MARK.matcher(word);
        if (!mark.matches()) {
            return Optional.empty();
        }
        String rest = mark.group(2);
        var names = new WordLexer('\\', Variables.NONE).words(rest);
        if (names.size() != 1) {
            return Optional.empty();
        }
        String raw = new WordLexer('\\', Variables.NONE).keepingQuotes().words(rest).getFirst();
        return Optional.of(
                new Heredoc(
                        names.getFirst(),
                        quotes(names.getFirst()) == quotes(raw),
                        !mark.group(1).isEmpty(),
                        ""));
    }

    private static long quotes(String word) {
        return word.chars().filter(c -> c == '\'' || c == '"').count();
    }

    Heredoc with(String text) {
        return new Heredoc(name, expand, chomp, text);
    }

    /** As a reader of it gets it. */
    String text() {
        return chomp ? LEADING_TABS.matcher(content).replaceAll("") : content;
    }
}
