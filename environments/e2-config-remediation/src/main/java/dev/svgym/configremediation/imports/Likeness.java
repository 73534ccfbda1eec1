package dev.svgym.configremediation.imports;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.environment.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a config is but for names: of its objects as they were parsed, so that comments, layout, quotes and the order of
 * keys are of no matter, without what they and their parts are called and without their order.
 */
final class Likeness {

    private static final String ANYTHING = "*";

    /** Fields that name, or that choose by name. */
    private static final Set<String> NAMES =
            Set.of(
                    "name",
                    "namespace",
                    "labels",
                    "matchlabels",
                    "selector",
                    "tags",
                    "tags_all",
                    "bucket",
                    "identifier",
                    "description");

    private static final Pattern ENDING = Pattern.compile(".*(?:_name|[a-z]Name|_prefix|Prefix)");

    /** Such as {@code aws_s3_bucket.logs.id}. */
    private static final Pattern DOTTED =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*+(?:\\.[A-Za-z_][A-Za-z0-9_-]*+)++");

    private final Set<String> called = new HashSet<>();

    private Likeness(Config config) {
        config.objects().forEach(object -> called.add(object.identity().getLast()));
    }

    /** The same text for configs that differ in nothing but names and layout. */
    static String of(ConfigKind kind, Config config) {
        var likeness = new Likeness(config);
        List<String> objects = config.objects().stream().map(likeness::object).sorted().toList();
        return Digest.of(
                Stream.concat(Stream.of(kind.label()), objects.stream()).toArray(String[]::new));
    }

    private String object(ConfigObject object) {
        return quoted(object.identity().getFirst())
                + quoted(object.type())
                + text(object.tree(), List.of(), object);
    }

    private String text(JsonNode value, List<String> path, ConfigObject object) {
        if (value.isObject()) {
            boolean named = object.order().containsKey(path);
            return value.properties().stream()
                    .map(field -> field(field, named, path, object))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                elements.add(text(value.get(i), child(path, Integer.toString(i)), object));
            }
            return "[" + String.join(",", elements) + "]";
        }
        return value.isString() ? quoted(anonymous(value.stringValue())) : value.toString();
    }

    private String field(
            Map.Entry<String, JsonNode> field,
            boolean named,
            List<String> path,
            ConfigObject object) {
        JsonNode content = field.getValue();
        boolean nothing = content.isContainer() && content.isEmpty();
        String value =
                !named && !nothing && isName(field.getKey())
                        ? quoted(ANYTHING)
                        : text(content, child(path, field.getKey()), object);
        return quoted(named ? ANYTHING : field.getKey()) + ":" + value;
    }

    private static List<String> child(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static boolean isName(String field) {
        return NAMES.contains(field.toLowerCase(Locale.ROOT)) || ENDING.matcher(field).matches();
    }

    /** Without the names of objects where a text refers to them. */
    private String anonymous(String text) {
        return DOTTED.matcher(text)
                .replaceAll(found ->
                        Stream.of(found.group().split("\\.", -1))
                                .map(part -> called.contains(part) ? "\\" + ANYTHING : part)
                                .collect(Collectors.joining(".")));
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
