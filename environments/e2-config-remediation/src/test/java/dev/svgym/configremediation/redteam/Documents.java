package dev.svgym.configremediation.redteam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files as trees that can be edited and written again. Reads what the environment shows, which is sound. */
public final class Documents {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();
    private static final Map<String, List<String>> POD_SPECS =
            Map.of(
                    "Pod", List.of("spec"),
                    "PodTemplate", List.of("template", "spec"),
                    "CronJob", List.of("spec", "jobTemplate", "spec", "template", "spec"));
    private static final List<String> TEMPLATE = List.of("spec", "template", "spec");

    private final SortedMap<String, List<JsonNode>> files = new TreeMap<>();

    private Documents() {}

    public static Documents of(SortedMap<String, String> texts) {
        var documents = new Documents();
        texts.forEach((file, text) -> {
            // Modes of files are octal to a cluster, and not to YAML 1.2.
            String modern = text.replaceAll("(?m)([Mm]ode: )0([0-7]{3})\\b", "$10o$2");
            List<JsonNode> roots = new ArrayList<>();
            for (Object root : new Load(SETTINGS).loadAllFromString(modern)) {
                roots.add(JsonMapper.shared().valueToTree(root));
            }
            documents.files.put(file, roots);
        });
        return documents;
    }

    /** The same, to be edited. */
    public Documents copy() {
        var copy = new Documents();
        files.forEach((file, roots) ->
                copy.files.put(
                        file,
                        roots.stream()
                                .map(JsonNode::deepCopy)
                                .collect(Collectors.toCollection(ArrayList::new))));
        return copy;
    }

    /** Whether it holds the same values, the keys in whatever order. */
    public boolean isSame(Documents other) {
        return files.equals(other.files);
    }

    /** The documents by file, which may be changed. */
    SortedMap<String, List<JsonNode>> files() {
        return files;
    }

    /** In flow style: JSON is YAML. */
    public SortedMap<String, String> flow() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((file, roots) ->
                texts.put(
                        file,
                        roots.stream()
                                .map(root -> "---\n" + (root.isNull() ? "" : root) + "\n")
                                .collect(Collectors.joining())));
        return texts;
    }

    /** In block style, deeply indented. */
    public SortedMap<String, String> block() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((file, roots) ->
                texts.put(
                        file,
                        roots.stream()
                                .map(root -> "---" + (root.isNull() ? "\n" : block(root, 0)))
                                .collect(Collectors.joining())));
        return texts;
    }

    private static String block(JsonNode node, int depth) {
        String margin = "\n" + "    ".repeat(depth);
        return switch (node) {
            case ObjectNode mapping when !mapping.isEmpty() ->
                    mapping.properties().stream()
                            .map(entry ->
                                    margin
                                            + '"'
                                            + entry.getKey()
                                            + "\":"
                                            + block(entry.getValue(), depth + 1))
                            .map(String::stripTrailing)
                            .collect(Collectors.joining("", "", "\n"));
            case ArrayNode list when !list.isEmpty() ->
                    list.values().stream()
                            .map(element -> margin + "-" + block(element, depth + 1))
                            .map(String::stripTrailing)
                            .collect(Collectors.joining("", "", "\n"));
            default -> " " + node + "\n";
        };
    }

    /** The same with the keys of every mapping in the opposite order. */
    public Documents backwards() {
        var documents = new Documents();
        files.forEach((file, roots) ->
                documents.files.put(file, roots.stream().map(Documents::backwards).toList()));
        return documents;
    }

    private static JsonNode backwards(JsonNode node) {
        return switch (node) {
            case ObjectNode mapping -> {
                ObjectNode other = JsonNodeFactory.instance.objectNode();
                new ArrayList<>(mapping.properties())
                        .reversed()
                        .forEach(entry -> other.set(entry.getKey(), backwards(entry.getValue())));
                yield other;
            }
            case ArrayNode list -> {
                ArrayNode other = JsonNodeFactory.instance.arrayNode();
                list.forEach(element -> other.add(backwards(element)));
                yield other;
            }
            default -> node;
        };
    }

    /** The objects in their order, those in lists too. */
    public List<ObjectNode> objects() {
        List<ObjectNode> objects = new ArrayList<>();
        for (List<JsonNode> roots : files.values()) {
            for (JsonNode root : roots) {
                if (root.path("items").isArray()) {
                    root.path("items").forEach(item -> objects.add((ObjectNode) item));
                } else if (root instanceof ObjectNode object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    /** Edits the first object that takes the edit, if one does. */
    boolean any(Predicate<ObjectNode> edit) {
        return objects().stream().anyMatch(edit);
    }

    boolean anyOf(String kind, Predicate<ObjectNode> edit) {
        return any(object -> object.path("kind").asString("").endsWith(kind) && edit.test(object));
    }

    /** Edits the first specification of a pod that takes the edit, if one does. */
    boolean anyPod(Predicate<ObjectNode> edit) {
        return any(object -> podSpec(object) instanceof ObjectNode spec && edit.test(spec));
    }

    /** Edits the first container that takes the edit, if one does. */
    boolean anyContainer(Predicate<ObjectNode> edit) {
        return anyPod(spec -> containers(spec).stream().anyMatch(edit));
    }

    public static JsonNode podSpec(ObjectNode object) {
        JsonNode node = object;
        for (String key : POD_SPECS.getOrDefault(object.path("kind").asString(""), TEMPLATE)) {
            node = node.path(key);
        }
        return node;
    }

    static List<ObjectNode> containers(ObjectNode spec) {
        return elements(spec, "containers");
    }

    /** The mappings in a list of a mapping; none where there is no such list. */
    static List<ObjectNode> elements(ObjectNode mapping, String list) {
        return mapping.path(list).values().stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
