package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Flaws;
import dev.svgym.configremediation.model.Parsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The reading of one set of files. For one thread, and for one use. */
final class ConfigReading {

    static final int MOST_OBJECTS = 100;

    /** Over all objects: what a scan takes grows with them. */
    static final int MOST_CONTAINERS = 640;

    private static final String LIST = "List";
    private static final List<String> LIST_FIELDS =
            List.of("apiVersion", "kind", "metadata", "items");

    private final ApiSchema schema;
    private final ManifestReader manifests;
    private final NodeBudget budget = new NodeBudget();
    private final Flaws flaws = new Flaws();
    private final List<ConfigObject> objects = new ArrayList<>();
    private final Map<String, String> fileById = new HashMap<>();
    private final SortedMap<String, List<String>> documents = new TreeMap<>();
    private final SortedMap<String, Integer> anchors = new TreeMap<>();
    private final RuleInput input = new RuleInput();
    private int seen;
    private int containers;

    ConfigReading(ApiSchema schema, ManifestReader manifests) {
        this.schema = schema;
        this.manifests = manifests;
    }

    Parsed of(SortedMap<String, String> files) {
        files.forEach(this::file);
        if (flaws.listed().isEmpty() && objects.isEmpty()) {
            flaws.add(
                    files.isEmpty() ? "" : files.firstKey(),
                    "expected at least one object, got none: comments alone are no config");
        }
        return flaws.listed().isEmpty()
                ? new Parsed.Read(new Config(objects, documents, anchors, input.root()))
                : new Parsed.Unreadable(flaws.listed());
    }

    private void file(String file, String text) {
        if (flaws.full() || seen > MOST_OBJECTS) {
            return;
        }
        try {
            YamlFile yaml = YamlReader.read(text, budget);
            documents.put(file, yaml.documents().stream().map(one -> form(one.root())).toList());
            anchors.put(file, yaml.anchors());
            for (YamlFile.Document document : yaml.documents()) {
                if (!document.root().isNull()) {
                    document(file, "line " + document.line(), document.root());
                }
            }
        } catch (UnreadableYamlException e) {
            flaws.add(file, e.why());
        }
    }

    private void document(String file, String place, JsonNode root) {
        if (root instanceof ObjectNode object && isList(object)) {
            list(file, place, object);
        } else {
            object(file, place, root);
        }
    }

    /** A list is told from the objects in it: not every tool that reads manifests looks into one. */
    private String form(JsonNode root) {
        return switch (root) {
            case ObjectNode object when isList(object) -> "list of " + object.path("items").size();
            case JsonNode nothing when nothing.isNull() -> "nothing";
            default -> "object";
        };
    }

    private boolean isList(ObjectNode object) {
        String apiVersion = object.path("apiVersion").asString("");
        String kind = object.path("kind").asString("");
        if (kind.equals(LIST)) {
            return apiVersion.equals("v1");
        }
        return kind.endsWith(LIST) && schema.kind(apiVersion, itemKind(kind)).isPresent();
    }

    private static String itemKind(String kind) {
        return kind.substring(0, kind.length() - LIST.length());
    }

    private void list(String file, String place, ObjectNode list) {
        for (String field : list.propertyNames()) {
            if (!LIST_FIELDS.contains(field)) {
                flaws.add(
                        file, "%s: %s: unknown field".formatted(place, FieldPath.child("", field)));
            }
        }
        JsonNode metadata = list.path("metadata");
        if (!metadata.isMissingNode() && !metadata.isNull()) {
            manifests.soundListMeta(file, place, metadata, flaws);
        }
        JsonNode items = list.path("items");
        if (!items.isArray()) {
            flaws.add(file, place + ": items: expected a list");
            return;
        }
        String apiVersion = list.path("apiVersion").stringValue();
        String itemKind = itemKind(list.path("kind").stringValue());
        for (int i = 0; i < items.size() && seen <= MOST_OBJECTS; i++) {
            JsonNode item = items.get(i);
            String where = "%s, items[%s]".formatted(place, i);
            if (itemKind.isEmpty() || !(item instanceof ObjectNode object)) {
                object(file, where, item);
            } else if (complete(file, where, object, "apiVersion", apiVersion)
                    && complete(file, where, object, "kind", itemKind)) {
                object(file, where, object);
            }
        }
    }

    /** In a list of one kind an item need not say it, but may not say another. */
    private boolean complete(
            String file, String place, ObjectNode item, String field, String expected) {
        JsonNode said = item.path(field);
        if (said.isMissingNode() || said.isNull()) {
            item.put(field, expected);
        } else if (!said.isString() || !said.stringValue().equals(expected)) {
            flaws.add(
                    file,
                    "%s: %s: expected %s, as its list says".formatted(place, field, expected));
            return false;
        }
        return true;
    }

    private void object(String file, String place, JsonNode value) {
        seen++;
        if (seen > MOST_OBJECTS) {
            if (seen == MOST_OBJECTS + 1) {
                flaws.add(file, "%s: expected at most %s objects".formatted(place, MOST_OBJECTS));
            }
            return;
        }
        manifests.read(file, place, value, flaws).ifPresent(manifest -> add(manifest, place));
    }

    private void add(Manifest manifest, String place) {
        String other = fileById.putIfAbsent(manifest.id(), manifest.file());
        if (other != null) {
            flaws.add(
                    manifest.file(),
                    "%s: %s is already in %s".formatted(place, manifest.id(), other));
            return;
        }
        int more = manifest.pod().map(pod -> pod.containers().size()).orElse(0);
        if (containers <= MOST_CONTAINERS && containers + more > MOST_CONTAINERS) {
            flaws.add(
                    manifest.file(),
                    "%s: expected at most %s containers in all".formatted(place, MOST_CONTAINERS));
        }
        containers += more;
        objects.add(manifest.object());
        input.add(manifest);
    }
}
