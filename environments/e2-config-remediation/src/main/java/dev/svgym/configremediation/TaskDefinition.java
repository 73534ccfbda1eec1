package dev.svgym.configremediation;

import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.preservation.Intent;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.FieldError;
import dev.svgym.environment.TaskRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A task as a caller writes it.
 *
 * @param files path to text
 * @param rules ids and names of sets, as given or by default
 * @param engines that must judge; empty: those that the rules need
 */
record TaskDefinition(
        ConfigKind kind,
        SortedMap<String, String> files,
        List<String> rules,
        Intent intent,
        List<String> engines) {

    private static final int MOST_FILES = 64;
    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int MOST_NAMES = 200;
    private static final Pattern PATH =
            Pattern.compile("(?!.*(?:^|/)\\.\\.?(?:/|$))[A-Za-z0-9_.-][A-Za-z0-9_./-]{0,199}");

    static TaskDefinition read(JsonNode json, List<ConfigKind> kinds) {
        return new Reading(json, kinds).definition();
    }

    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw refusal(errors);
        }
    }

    static TaskRefusedException refusal(List<FieldError> errors) {
        return new TaskRefusedException(
                Reason.INVALID,
                "The inline task cannot be posed: %s%s."
                        .formatted(
                                errors.getFirst().pointer() + " " + errors.getFirst().message(),
                                errors.size() > 1
                                        ? ", and %s more".formatted(errors.size() - 1)
                                        : ""),
                errors);
    }

    /** A JSON pointer one key further. */
    static String pointer(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Reads a definition and collects everything that is wrong with it. */
    private static final class Reading {

        private final JsonNode json;
        private final List<ConfigKind> kinds;
        private final List<FieldError> errors = new ArrayList<>();

        Reading(JsonNode json, List<ConfigKind> kinds) {
            this.json = json;
            this.kinds = kinds;
        }

        TaskDefinition definition() {
            if (!json.isObject()) {
                throw refusal(List.of(new FieldError("", "expected an object")));
            }
            allowOnly("", json, Set.of("kind", "files", "rules", "intent", "engines"));
            Optional<ConfigKind> kind = kind();
            SortedMap<String, String> files = files(kind);
            List<String> rules =
                    json.has("rules")
                            ? texts("/rules", json.get("rules"))
                            : kind.map(ConfigKind::defaultRules).orElse(List.of());
            if (rules.isEmpty() && errors.isEmpty()) {
                wrong(
                        "/rules",
                        "expected at least one rule or set; leave it out for "
                                + kind.orElseThrow().defaultRules());
            }
            List<String> engines =
                    json.has("engines") ? texts("/engines", json.get("engines")) : List.of();
            engines.stream()
                    .filter(engine -> !RequestedTool.ENGINES.contains(engine))
                    .forEach(engine ->
                            wrong("/engines", "expected opa or semgrep, got " + excerpt(engine)));
            Intent intent = json.has("intent") ? intent(json.get("intent")) : Intent.NONE;
            refuse(errors);
            return new TaskDefinition(kind.orElseThrow(), files, rules, intent, engines);
        }

        private Optional<ConfigKind> kind() {
            String label = json.path("kind").isString() ? json.path("kind").stringValue() : "";
            Optional<ConfigKind> kind =
                    kinds.stream().filter(candidate -> candidate.label().equals(label)).findFirst();
            if (kind.isEmpty()) {
                wrong(
                        "/kind",
                        "expected a kind that is served, one of %s"
                                .formatted(kinds.stream().map(ConfigKind::label).toList()));
            }
            return kind;
        }

        private SortedMap<String, String> files(Optional<ConfigKind> kind) {
            SortedMap<String, String> files = new TreeMap<>();
            JsonNode node = json.path("files");
            if (!node.isObject() || node.isEmpty() || node.size() > MOST_FILES) {
                wrong(
                        "/files",
                        "expected an object of 1 to %s files, path to text".formatted(MOST_FILES));
                return files;
            }
            for (Map.Entry<String, JsonNode> file : node.properties()) {
                String place = pointer("/files", excerpt(file.getKey()));
                if (!PATH.matcher(file.getKey()).matches()) {
                    wrong(
                            place,
                            "expected a relative path of letters, digits, dots, hyphens and slashes without . and ..");
                } else if (kind.isPresent() && !kind.get().reads(file.getKey())) {
                    wrong(
                            place,
                            "expected a path that tools for %s read".formatted(kind.get().label()));
                } else if (!file.getValue().isString()) {
                    wrong(place, "expected text");
                } else {
                    files.put(file.getKey(), file.getValue().stringValue());
                }
            }
            int characters = files.values().stream().mapToInt(String::length).sum();
            if (characters > MOST_CHARACTERS) {
                wrong(
                        "/files",
                        "expected at most %s characters in all, got %s"
                                .formatted(MOST_CHARACTERS, characters));
            }
            return files;
        }

        private Intent intent(JsonNode node) {
            if (!node.isObject()) {
                wrong("/intent", "expected an object");
                return Intent.NONE;
            }
            allowOnly("/intent", node, Set.of("images", "resources", "sources"));
            return new Intent(
                    node.has("images") ? texts("/intent/images", node.get("images")) : List.of(),
                    node.has("resources") ? resources(node.get("resources")) : new TreeMap<>(),
                    node.has("sources") ? sources(node.get("sources")) : List.of());
        }

        /** One that is none would be looked for nowhere, and its access be lost unseen. */
        private List<String> sources(JsonNode node) {
            List<String> sources = texts("/intent/sources", node);
            for (int i = 0; i < sources.size(); i++) {
                if (!Intent.isSource(sources.get(i))) {
                    wrong(
                            "/intent/sources/" + i,
                            "expected a block of addresses such as 10.0.0.0/8 with no bit set behind its prefix, got "
                                    + excerpt(sources.get(i)));
                }
            }
            return sources.stream().filter(Intent::isSource).toList();
        }

        private SortedMap<String, Intent.Range> resources(JsonNode node) {
            SortedMap<String, Intent.Range> resources = new TreeMap<>();
            if (!node.isObject() || node.size() > MOST_NAMES) {
                wrong(
                        "/intent/resources",
                        "expected an object such as {\"cpu\": {\"min\": \"100m\", \"max\": \"2\"}}");
                return resources;
            }
            for (Map.Entry<String, JsonNode> resource : node.properties()) {
                String place = pointer("/intent/resources", excerpt(resource.getKey()));
                JsonNode range = resource.getValue();
                allowOnly(place, range, Set.of("min", "max"));
                try {
                    resources.put(
                            resource.getKey(),
                            new Intent.Range(
                                    range.path("min").asString(""),
                                    range.path("max").asString("")));
                } catch (IllegalArgumentException e) {
                    wrong(
                            place,
                            "expected {\"min\": quantity, \"max\": quantity} with min at most max");
                }
            }
            return resources;
        }

        private List<String> texts(String pointer, JsonNode list) {
            boolean texts =
                    list.isArray()
                            && list.size() <= MOST_NAMES
                            && list.values().stream().allMatch(JsonNode::isString);
            if (!texts) {
                wrong(pointer, "expected a list of at most %s strings".formatted(MOST_NAMES));
                return List.of();
            }
            return list.values().stream().map(JsonNode::stringValue).toList();
        }

        private void allowOnly(String pointer, JsonNode object, Set<String> names) {
            for (String name : object.propertyNames()) {
                if (!names.contains(name)) {
                    wrong(
                            pointer(pointer, excerpt(name)),
                            "unknown field; expected only %s"
                                    .formatted(names.stream().sorted().toList()));
                }
            }
        }

        private void wrong(String pointer, String message) {
            errors.add(new FieldError(pointer, message));
        }

        private static String excerpt(String text) {
            return text.length() <= 80 ? text : text.substring(0, 80) + "...";
        }
    }
}
