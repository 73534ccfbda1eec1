package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.model.PartialText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * References to objects of a config, in the form in which a kind keeps what it could not resolve.
 *
 * @param objects trees of the objects that there are, by id
 */
record References(Map<String, JsonNode> objects) {

    private static final Map<String, Set<String>> NAMES =
            Map.of(
                    "aws_s3_bucket", Set.of("id", "bucket"),
                    "aws_kms_key", Set.of("id", "key_id", "arn"),
                    "google_secret_manager_secret", Set.of("id", "name", "secret_id"));
    private static final Set<String> OTHER_NAMES = Set.of("id", "name", "arn");

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})]");
    private static final Pattern KEY = Pattern.compile("\\[\"([^\"\\\\]*)\"]");

    References {
        objects = Map.copyOf(objects);
    }

    /** Whether a value stands for one that is not known. */
    static boolean isUnresolved(JsonNode value) {
        return value.has(PartialText.UNRESOLVED);
    }

    /** What of them secrets come from. */
    Supply supply() {
        return new Supply(objects);
    }

    /** Whether a value is an attribute that names an object of a type, and there is one. */
    boolean leadTo(String type, JsonNode value) {
        String id = value.path("$of").asString("");
        JsonNode object = objects.get(id);
        return object != null
                && id.matches("(?:.*[./])?" + Pattern.quote(type) + "\\.[A-Za-z0-9_-]+")
                && id.matches("(?:.*\\.)?data\\.[^.]+\\.[^.]+") == type.startsWith("data.")
                && NAMES.getOrDefault(type, OTHER_NAMES)
                        .contains(value.path("$attribute").asString(""))
                && countsAs(object, value);
    }

    /** Whether a reference has the index of one where there are several of the object, and none where there is one. */
    static boolean countsAs(JsonNode object, JsonNode value) {
        String id = value.path("$of").asString("");
        String text = value.path(PartialText.UNRESOLVED).asString("");
        String step = text.startsWith(id) ? text.substring(id.length()) : "";
        if (object.has("count")) {
            JsonNode count = object.get("count");
            return index(step)
                    .filter(number -> !count.isNumber() || number < count.doubleValue())
                    .isPresent();
        }
        if (object.has("for_each")) {
            JsonNode each = object.get("for_each");
            return key(step).filter(key -> isUnresolved(each) || isOf(each, key)).isPresent();
        }
        return !step.startsWith("[");
    }

    private static Optional<Integer> index(String step) {
        return Optional.of(INDEX.matcher(step))
                .filter(Matcher::lookingAt)
                .map(found -> Integer.valueOf(found.group(1)));
    }

    private static Optional<String> key(String step) {
        return Optional.of(KEY.matcher(step)).filter(Matcher::lookingAt).map(m -> m.group(1));
    }

    private static boolean isOf(JsonNode each, String key) {
        return each.isObject()
                ? each.has(key)
                : each.values().stream().anyMatch(one -> one.asString("").equals(key));
    }
}
