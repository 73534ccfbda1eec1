package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Excerpt;
import dev.svgym.configremediation.model.Flaws;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns one object's YAML into a manifest that a cluster would accept. Safe for use by many threads. */
final class ManifestReader {

    private final ApiSchema schema;
    private final AbsentFields absentFields;
    private final KeyedTree keyedTree;

    ManifestReader(ApiSchema schema) {
        this.schema = schema;
        this.absentFields = new AbsentFields(schema);
        this.keyedTree = new KeyedTree(schema);
    }

    /**
     * The manifest; absent where something is wrong.
     *
     * @param place of the object within its file, for messages
     * @param value may be changed
     */
    Optional<Manifest> read(String file, String place, JsonNode value, Flaws flaws) {
        if (!(value instanceof ObjectNode object)) {
            flaws.add(file, place + ": expected a mapping with apiVersion and kind");
            return Optional.empty();
        }
        Optional<ApiKind> kind = kind(file, place, object, flaws);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String called = "%s, %s %s".formatted(place, kind.get().kind(), name(object));
        absentFields.drop(object, kind.get().schema());
        List<String> typeFlaws = schema.flaws(kind.get(), object);
        if (!typeFlaws.isEmpty()) {
            add(file, called, typeFlaws, flaws);
            return Optional.empty();
        }
        return sound(file, called, kind.get(), object, flaws);
    }

    /** Whether the metadata of a list is sound. */
    boolean soundListMeta(String file, String place, JsonNode value, Flaws flaws) {
        absentFields.drop(value, schema.listMeta().schema());
        List<String> found = schema.flaws(schema.listMeta(), value);
        add(file, place + ": metadata", found, flaws);
        return found.isEmpty();
    }

    private Optional<ApiKind> kind(String file, String place, ObjectNode object, Flaws flaws) {
        JsonNode apiVersion = object.path("apiVersion");
        JsonNode kind = object.path("kind");
        if (!apiVersion.isString() || !kind.isString()) {
            flaws.add(file, place + ": expected the strings apiVersion and kind");
            return Optional.empty();
        }
        Optional<ApiKind> known = schema.kind(apiVersion.stringValue(), kind.stringValue());
        if (known.isEmpty()) {
            flaws.add(
                    file,
                    "%s: %s of %s is not supported; %s"
                            .formatted(
                                    place,
                                    Excerpt.of(kind.stringValue()),
                                    Excerpt.of(apiVersion.stringValue()),
                                    supported(kind.stringValue())));
        }
        return known;
    }

    private String supported(String kind) {
        List<String> versions =
                schema.kinds().stream()
                        .filter(known -> known.kind().equals(kind))
                        .map(ApiKind::apiVersion)
                        .toList();
        return versions.isEmpty()
                ? "supported are "
                        + String.join(
                                ", ",
                                schema.kinds().stream()
                                        .map(known -> known.apiVersion() + " " + known.kind())
                                        .toList())
                : "it is supported as " + String.join(", ", versions);
    }

    private Optional<Manifest> sound(
            String file, String called, ApiKind kind, ObjectNode object, Flaws flaws) {
        ObjectNode tree = keyedTree.of(object, kind.schema());
        JsonNode metadata = tree.path("metadata");
        String name = metadata.path("name").asString("");
        String namespace = metadata.path("namespace").asString("default");
        Optional<Pod> pod = Pod.in(kind.kind(), tree);
        List<String> found = pod.map(one -> PodRules.flaws(one, tree)).orElse(List.of());
        add(file, called, found, flaws);
        if (!Names.isNameOf(kind.kind(), name)) {
            flaws.add(
                    file,
                    "%s: metadata.name: expected a name that Kubernetes accepts for a %s, got %s"
                            .formatted(called, kind.kind(), Excerpt.of(name)));
            return Optional.empty();
        }
        if (!Names.isLabel(namespace)) {
            flaws.add(
                    file,
                    "%s: metadata.namespace: expected lower case letters, digits and hyphens, got %s"
                            .formatted(called, Excerpt.of(namespace)));
            return Optional.empty();
        }
        String place = kind.namespaced() ? namespace : Manifest.OF_THE_CLUSTER;
        return found.isEmpty()
                ? Optional.of(
                        new Manifest(
                                file, kind, place, name, tree, ListOrder.of(object, tree), pod))
                : Optional.empty();
    }

    private static String name(ObjectNode object) {
        JsonNode name = object.path("metadata").path("name");
        return name.isString() ? Excerpt.of(name.stringValue()) : "without a name";
    }

    private static void add(String file, String place, List<String> found, Flaws flaws) {
        found.forEach(flaw -> flaws.add(file, place + ": " + flaw));
    }
}
