package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Constraint;
import dev.svgym.configremediation.model.PartialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether the words of a command lost no more than phrases that may go, and became no others than they may. */
final class Phrases {

    private static final String ANY = "*";
    private static final int MOST_WORDS = 1_000;
    private static final String ENCODED = "base64 ";
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final List<List<String>> without;
    private final List<Map.Entry<String, List<String>>> replaced;
    private final boolean modes;
    private final List<String> before;
    private final List<String> after;

    private Phrases(List<Constraint.Words> allowed, List<String> before, List<String> after) {
        this.without =
                allowed.stream()
                        .flatMap(words -> words.without().stream())
                        .map(phrase -> List.of(phrase.split(" ")))
                        .toList();
        this.replaced =
                allowed.stream().flatMap(words -> words.replaced().entrySet().stream()).toList();
        this.modes = allowed.stream().anyMatch(Constraint.Words::modes);
        this.before = before;
        this.after = after;
    }

    /** Those of all violated rules count together, since one command may break several. */
    static boolean areAllowed(List<Constraint> constraints, Change change) {
        List<Constraint.Words> allowed =
                constraints.stream()
                        .filter(Constraint.Words.class::isInstance)
                        .map(Constraint.Words.class::cast)
                        .toList();
        Optional<List<String>> before = change.before().flatMap(Phrases::texts);
        // No words are a command that is gone; a command without words is none.
        Optional<List<String>> after =
                change.after().isEmpty()
                        ? Optional.of(List.of())
                        : change.after().flatMap(Phrases::texts).filter(words -> !words.isEmpty());
        return !allowed.isEmpty()
                && before.isPresent()
                && after.isPresent()
                && before.get().size() <= MOST_WORDS
                && after.get().size() <= before.get().size()
                && new Phrases(allowed, before.get(), after.get()).lead();
    }

    /** The words of a command, or of each line of a text behind what it begins with. */
    private static Optional<List<String>> texts(JsonNode node) {
        Optional<PartialText> text = PartialText.of(node);
        if (text.isPresent()) {
            PartialText said = text.flatMap(PartialText::decoded).orElse(text.get());
            return Optional.of(words((said.encoded() ? ENCODED : "") + said.written()));
        }
        return node.isArray() && node.values().stream().allMatch(JsonNode::isString)
                ? Optional.of(node.values().stream().map(JsonNode::stringValue).toList())
                : Optional.empty();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int start = line.length() - line.stripLeading().length();
            words.add("\n" + line.substring(0, start));
            WORD.matcher(line).results().map(MatchResult::group).forEach(words::add);
        }
        return words;
    }

    /** Whether some way leads from the words before to those after; by how many of either are accounted for. */
    private boolean lead() {
        var reached = new boolean[before.size() + 1][after.size() + 1];
        reached[0][0] = true;
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j <= after.size(); j++) {
                if (!reached[i][j]) {
                    continue;
                }
                if (j < after.size() && stays(before.get(i), after.get(j))) {
                    reached[i + 1][j + 1] = true;
                }
                for (List<String> phrase : without) {
                    if (stands(phrase, i)) {
                        reached[i + phrase.size()][j] = true;
                    }
                }
            }
        }
        return reached[before.size()][after.size()];
    }

    private boolean stands(List<String> phrase, int at) {
        if (at + phrase.size() > before.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (rest(phrase.get(i), before.get(at + i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean stays(String was, String is) {
        return was.equals(is)
                || (modes && FileMode.isNarrower(was, is))
                || replaced.stream()
                        .anyMatch(entry ->
                                rest(entry.getKey(), was)
                                        .filter(rest ->
                                                entry.getValue().stream()
                                                        .anyMatch(by ->
                                                                by.replace(ANY, rest).equals(is)))
                                        .isPresent());
    }

    /** What the asterisk of a pattern stands for in a word, the empty text where it has none; absent where it is another word. */
    private static Optional<String> rest(String pattern, String word) {
        int star = pattern.indexOf(ANY);
        if (star < 0) {
            return pattern.equals(word) ? Optional.of("") : Optional.empty();
        }
        String start = pattern.substring(0, star);
        String end = pattern.substring(star + 1);
        return word.length() >= start.length() + end.length()
                        && word.startsWith(start)
                        && word.endsWith(end)
                ? Optional.of(word.substring(start.length(), word.length() - end.length()))
                : Optional.empty();
    }
}
