package dev.svgym.configremediation.kubernetes;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.svgym.configremediation.model.Excerpt;
import dev.svgym.configremediation.model.Parsed.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the Kubernetes API accepts, by its published definitions (see {@code NOTICE}). Safe for use by many threads. */
final class ApiSchema {

    private static final String RESOURCE = "kubernetes-schema.json";
    private static final String ID = "urn:svgym:kubernetes";
    private static final String LIST_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta";
    private static final Set<String> OF_THE_CLUSTER =
            Set.of(
                    "ClusterRole",
                    "ClusterRoleBinding",
                    "CSIDriver",
                    "IngressClass",
                    "MutatingWebhookConfiguration",
                    "Namespace",
                    "PersistentVolume",
                    "PriorityClass",
                    "RuntimeClass",
                    "StorageClass",
                    "ValidatingWebhookConfiguration");

    private final JsonNode definitions;
    private final SortedMap<String, ApiKind> kinds = new TreeMap<>();
    private final ApiKind listMeta;
    private final SchemaRegistry registry;

    /** By definition, made at their first use. */
    private final Map<String, Schema> validators = new ConcurrentHashMap<>();

    private ApiSchema(String text) {
        JsonNode root = JsonMapper.shared().readTree(text);
        definitions = root.path("$defs");
        registry = registry(text);
        for (Map.Entry<String, JsonNode> entry : root.path("kinds").properties()) {
            List<String> name = List.of(entry.getKey().split(" "));
            kinds.put(
                    entry.getKey(),
                    kind(name.getFirst(), name.getLast(), entry.getValue().stringValue()));
        }
        listMeta = kind("v1", "ListMeta", LIST_META);
    }

    static ApiSchema load() {
        try (InputStream in = ApiSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not beside its class");
            }
            return new ApiSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ApiKind> kind(String apiVersion, String kind) {
        return Optional.ofNullable(kinds.get(apiVersion + " " + kind));
    }

    /** Every kind that is read. */
    List<ApiKind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** Of the metadata that a list has. */
    ApiKind listMeta() {
        return listMeta;
    }

    /** The schema of a field, or of a map's values; one that says nothing where there is none. */
    JsonNode field(JsonNode schema, String name) {
        JsonNode field = schema.path("properties").path(name);
        return resolve(field.isMissingNode() ? schema.path("additionalProperties") : field);
    }

    /** The schema of a list's elements; one that says nothing where there is none. */
    JsonNode items(JsonNode schema) {
        return resolve(schema.path("items"));
    }

    /** What is wrong with a value of this kind, as sentences that start with the path within it. */
    List<String> flaws(ApiKind kind, JsonNode value) {
        Schema validator = validators.computeIfAbsent(kind.definition(), this::validator);
        return validator.validate(value).stream()
                .limit(Unreadable.MOST_FLAWS)
                .map(ApiSchema::sentence)
                .toList();
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isString()
                ? definitions.path(reference.stringValue().substring("#/$defs/".length()))
                : schema;
    }

    private ApiKind kind(String apiVersion, String kind, String definition) {
        boolean namespaced = !OF_THE_CLUSTER.contains(kind);
        return new ApiKind(apiVersion, kind, namespaced, definitions.path(definition), definition);
    }

    private Schema validator(String definition) {
        return registry.getSchema(SchemaLocation.of(ID + "#/$defs/" + definition));
    }

    private static SchemaRegistry registry(String text) {
        Dialect dialect =
                Dialect.builder(Dialects.getDraft202012())
                        .formats(List.of(ScalarFormat.values()))
                        .keyword(new NonValidationKeyword("x-kubernetes-list-map-keys"))
                        .keyword(new NonValidationKeyword("x-kubernetes-patch-merge-key"))
                        .build();
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDialect(
                dialect,
                registry -> registry.schemaRegistryConfig(config).schemas(Map.of(ID, text)));
    }

    private static String sentence(Error error) {
        String place = FieldPath.of(error.getInstanceLocation());
        JsonNode came = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                    FieldPath.child(place, error.getProperty()) + ": unknown field";
            case "required" ->
                    FieldPath.child(place, error.getProperty()) + ": missing, but required";
            case "type" ->
                    "%s: expected %s, got %s"
                            .formatted(place, types(error.getSchemaNode()), shown(came));
            case "format" -> "%s: expected %s, got %s".formatted(place, format(error), shown(came));
            case "enum" ->
                    "%s: expected one of %s, got %s"
                            .formatted(place, error.getSchemaNode(), shown(came));
            default -> "%s: %s".formatted(place, error.getMessage());
        };
    }

    private static String types(JsonNode type) {
        return type.isArray()
                ? String.join(" or ", type.values().stream().map(JsonNode::asString).toList())
                : type.asString();
    }

    private static String format(Error error) {
        for (ScalarFormat format : ScalarFormat.values()) {
            if (format.getName().equals(error.getSchemaNode().asString())) {
                return format.expected();
            }
        }
        return error.getSchemaNode().asString();
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "a mapping";
            case ARRAY -> "a list";
            case NULL -> "null";
            case STRING -> "the string " + Excerpt.of(value.stringValue());
            default -> "%s without quotes".formatted(value);
        };
    }
}
