package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the API server checks in the variables of a container: where each takes its value from. */
final class EnvironmentRules {

    private static final Pattern KEY = Pattern.compile("(?!\\.\\.?$)[-._a-zA-Z0-9]{1,253}");
    private static final Map<String, String> KIND_OF_SOURCE =
            Map.of("secretKeyRef", "Secret", "configMapKeyRef", "ConfigMap");

    private EnvironmentRules() {}

    /** What is wrong with one variable, as sentences. */
    static List<String> flaws(JsonNode variable) {
        List<String> flaws = new ArrayList<>();
        JsonNode source = variable.path("valueFrom");
        if (source.isMissingNode() || source.isNull()) {
            return flaws;
        }
        if (!variable.path("value").asString("").isEmpty()) {
            flaws.add("expected a value or valueFrom, got both");
        }
        List<String> kinds =
                source.properties().stream()
                        .filter(one -> !one.getValue().isNull())
                        .map(Map.Entry::getKey)
                        .toList();
        if (kinds.size() != 1) {
            flaws.add("expected one source in valueFrom, got %s".formatted(kinds.size()));
            return flaws;
        }
        String kind = KIND_OF_SOURCE.get(kinds.getFirst());
        if (kind != null) {
            JsonNode reference = source.path(kinds.getFirst());
            String name = reference.path("name").asString("");
            String key = reference.path("key").asString("");
            if (!Names.isNameOf(kind, name)) {
                flaws.add("expected the name of a %s, got %s".formatted(kind, Excerpt.of(name)));
            }
            if (!KEY.matcher(key).matches()) {
                flaws.add(
                        "expected a key of letters, digits, hyphens, underscores and dots, got %s"
                                .formatted(Excerpt.of(key)));
            }
        }
        return flaws;
    }
}
