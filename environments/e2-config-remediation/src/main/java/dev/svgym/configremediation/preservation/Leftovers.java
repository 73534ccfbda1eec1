package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.PartialText;
import dev.svgym.configremediation.scanner.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Secrets that a repair took from their place and left in another one: in a remark, in a name, in another writing. A
 * secret that was elsewhere before, or is part of what was, cannot be told from what has to stay.
 */
public final class Leftovers {

    private final List<Secret> secrets = new ArrayList<>();
    private final List<String> textsBefore = new ArrayList<>();
    private final Set<String> wordsBefore = new HashSet<>();
    private final Set<String> after = new HashSet<>();

    private Leftovers() {}

    /**
     * What was found to hold a secret.
     *
     * @param values that stood there: one, or those that made way for others within a text
     * @param is what stands there now; empty where nothing does
     */
    private record Secret(Violation violation, List<String> values, String is) {

        static Secret of(Violation violation, JsonNode before, JsonNode after) {
            return new Secret(
                    violation,
                    Gaps.between(before, after)
                            .map(gaps -> gaps.stream().map(Gaps.Gap::stood).toList())
                            .orElse(List.of(known(before))),
                    known(after));
        }

        /** What is known of a text. */
        private static String known(JsonNode value) {
            return PartialText.of(value).map(text -> String.join("", text.literals())).orElse("");
        }

        boolean isGone() {
            return !values.contains(is);
        }

        boolean holds(String piece) {
            return values.stream().anyMatch(value -> value.contains(piece));
        }

        List<String> pieces() {
            return values.stream().flatMap(value -> SecretForms.pieces(value).stream()).toList();
        }
    }

    /**
     * One sentence for each secret that is still there.
     *
     * @param textsBefore the files that {@code before} was read from
     * @param textsAfter the files that {@code after} was read from
     * @param violations what was found before, under the rules in force
     */
    public static List<String> of(
            Config before,
            SortedMap<String, String> textsBefore,
            Config after,
            SortedMap<String, String> textsAfter,
            List<Violation> violations,
            Catalogue catalogue) {
        var leftovers = new Leftovers();
        for (Violation violation : violations) {
            if (catalogue.rule(violation.rule()).confidential()) {
                leftovers.secrets.add(
                        Secret.of(violation, value(before, violation), value(after, violation)));
            }
        }
        if (leftovers.secrets.isEmpty()) {
            return List.of();
        }
        leftovers.textsBefore.addAll(textsBefore.values());
        leftovers.collectBefore(before);
        after.objects()
                .forEach(object -> collect(object.tree(), List.of(), Set.of(), leftovers.after));
        textsAfter.values().forEach(text -> leftovers.after.add(lower(text)));
        return leftovers.sentences();
    }

    private List<String> sentences() {
        return secrets.stream()
                .filter(Secret::isGone)
                .filter(secret ->
                        secret.pieces().stream()
                                .anyMatch(piece -> isNowhereElse(piece) && isLeft(piece)))
                .map(secret ->
                        "what stood at %s in %s is still in the files, in a remark, a name or another writing"
                                .formatted(
                                        String.join(".", secret.violation().path()),
                                        secret.violation().object()))
                .toList();
    }

    /** Whether a repair would take out all there is of it. */
    private boolean isNowhereElse(String piece) {
        long sites = secrets.stream().filter(secret -> secret.holds(piece)).count();
        Pattern literal = Pattern.compile(piece, Pattern.LITERAL);
        long written =
                textsBefore.stream()
                        .mapToLong(text -> literal.matcher(text).results().count())
                        .sum();
        return written <= sites
                && secrets.stream().noneMatch(secret -> secret.is().contains(piece))
                && wordsBefore.stream().noneMatch(word -> word.contains(lower(piece)));
    }

    private boolean isLeft(String piece) {
        List<String> forms = SecretForms.of(piece).stream().map(Leftovers::lower).toList();
        return after.stream().anyMatch(text -> forms.stream().anyMatch(text::contains));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static JsonNode value(Config config, Violation violation) {
        return config.objects().stream()
                .filter(object -> object.id().equals(violation.resource()))
                .findFirst()
                .flatMap(object -> TreeDiff.at(object.tree(), violation.path()))
                .orElseGet(MissingNode::getInstance);
    }

    /** All keys and texts, save those that are secrets. */
    private void collectBefore(Config config) {
        for (ConfigObject object : config.objects()) {
            Set<List<String>> paths = new HashSet<>();
            for (Secret secret : secrets) {
                if (secret.violation().resource().equals(object.id())) {
                    paths.add(secret.violation().path());
                }
            }
            collect(object.tree(), List.of(), paths, wordsBefore);
        }
    }

    private static void collect(
            JsonNode node, List<String> path, Set<List<String>> without, Collection<String> words) {
        if (without.contains(path)) {
            return;
        }
        if (node.isString()) {
            words.add(lower(node.stringValue()));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            words.add(lower(entry.getKey()));
            collect(entry.getValue(), TreeDiff.child(path, entry.getKey()), without, words);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), TreeDiff.child(path, Integer.toString(i)), without, words);
        }
    }
}
