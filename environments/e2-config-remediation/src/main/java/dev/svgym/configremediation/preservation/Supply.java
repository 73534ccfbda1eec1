package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.model.PartialText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where secrets come from that stand in no file: sensitive variables that nobody gave a value, and what makes or keeps
 * secrets.
 *
 * @param objects trees of the objects that there are, by id
 */
record Supply(Map<String, JsonNode> objects) {

    /** A part of a secret that is kept as JSON. */
    private static final Pattern PART =
            Pattern.compile(
                    "jsondecode\\((?<whole>[^()]+)\\)(?:\\.[A-Za-z0-9_-]+|\\[\"[A-Za-z0-9_.-]+\"\\])");

    /** What may stand before a secret in a text: its name, or the user of an address. */
    private static final Pattern LEADS_TO_SECRET =
            Pattern.compile(
                    "(?:passw|pwd|passphrase|secret|token|key|credential)[a-z0-9_.-]{0,20}[\"']? ?[=:] ?[\"']?\\z"
                            + "| --?[a-z0-9_.-]{0,60}(?:passw|passphrase|secret|token|key)[a-z0-9_.-]{0,20} [\"']?\\z"
                            + "|[a-z]://[^\\s/:@]{0,64}:\\z",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern KNOWN_FORM =
            Pattern.compile(
                    "(?:AKIA|ASIA)[0-9A-Z]{16}|gh[opsur]_[A-Za-z0-9]{36}|AIza[0-9A-Za-z_-]{35}|sk_live_[0-9A-Za-z]{24}|(?:glpat|xox[abprs])-[0-9A-Za-z_-]{20,}");

    Supply {
        objects = Map.copyOf(objects);
    }

    /** Whether a value is nothing but a secret from elsewhere. */
    boolean gives(JsonNode value) {
        return isSecret(value.path(PartialText.UNRESOLVED).asString(""));
    }

    /** Whether all that changed in a text is that what can be told for a secret comes from elsewhere. */
    boolean fills(JsonNode before, JsonNode after) {
        return Gaps.between(before, after).stream()
                .anyMatch(gaps -> gaps.stream().allMatch(this::fills));
    }

    private boolean fills(Gaps.Gap gap) {
        return isSecret(gap.expression())
                && (KNOWN_FORM.matcher(gap.stood()).matches()
                        || LEADS_TO_SECRET.matcher(gap.behind()).find());
    }

    private boolean isSecret(String expression) {
        String whole = whole(expression);
        int dot = whole.lastIndexOf('.');
        return comesFrom(whole, "")
                || (dot > 0 && comesFrom(whole.substring(0, dot), whole.substring(dot + 1)));
    }

    private boolean comesFrom(String id, String attribute) {
        return Optional.ofNullable(objects.get(id))
                .flatMap(object ->
                        Supplier.ofId(id)
                                .filter(supplier -> supplier.isReady(object))
                                .flatMap(Supplier::secret))
                .filter(attribute::equals)
                .isPresent();
    }

    private static String whole(String expression) {
        Matcher part = PART.matcher(expression);
        return part.matches() ? part.group("whole") : expression;
    }

    /** Ids that expressions of a tree may be about, among others. */
    static Stream<String> mentioned(JsonNode tree) {
        Stream<String> here =
                PartialText.of(tree)
                        .map(text -> text.expressions().stream())
                        .orElseGet(() -> Stream.of(tree.path(PartialText.UNRESOLVED).asString("")))
                        .map(Supply::whole)
                        .flatMap(whole ->
                                Stream.of(
                                        whole,
                                        whole.substring(0, Math.max(whole.lastIndexOf('.'), 0))));
        return Stream.concat(here, tree.values().stream().flatMap(Supply::mentioned));
    }
}
