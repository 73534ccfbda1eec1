package dev.svgym.configremediation.terraform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The functions that are worked out; the module's README lists them. Those of collections look only at what they
 * collect, whose elements need not be known.
 */
final class Functions {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_CHARACTERS = 1_000_000;

    private Functions() {}

    /** Absent where the function is not among them or the arguments do not settle the result. */
    static Optional<JsonNode> call(String name, List<JsonNode> arguments) {
        if (name.equals("jsonencode") && arguments.size() == 1) {
            return Optional.of(encoded(arguments.getFirst()));
        }
        if (name.equals("sensitive") && arguments.size() == 1) {
            return Optional.of(arguments.getFirst());
        }
        if (arguments.stream().anyMatch(Unresolved::is)) {
            return Optional.empty();
        }
        Optional<JsonNode> collected = ofCollections(name, arguments);
        if (collected.isPresent() || arguments.stream().anyMatch(Unresolved::isIn)) {
            return collected;
        }
        return arguments.size() == 1
                ? ofOne(name, arguments.getFirst())
                : ofSeveral(name, arguments);
    }

    private static JsonNode encoded(JsonNode value) {
        return Unresolved.isIn(value)
                ? Unresolved.encoded(value)
                : NODES.stringNode(value.toString());
    }

    private static Optional<JsonNode> ofCollections(String name, List<JsonNode> arguments) {
        return switch (name) {
            case "merge" -> merge(arguments);
            case "concat" -> concat(arguments);
            case "flatten" -> one(arguments).filter(JsonNode::isArray).map(Functions::flat);
            case "tolist" -> one(arguments).filter(JsonNode::isArray);
            case "toset", "distinct" ->
                    one(arguments).filter(JsonNode::isArray).map(Functions::distinct);
            case "tomap" -> one(arguments).filter(JsonNode::isObject);
            case "length" ->
                    one(arguments)
                            .filter(JsonNode::isContainer)
                            .map(each -> NODES.numberNode((long) each.size()));
            case "keys" ->
                    one(arguments)
                            .filter(JsonNode::isObject)
                            .map(each -> strings(List.copyOf(new TreeSet<>(each.propertyNames()))));
            case "values" ->
                    one(arguments)
                            .filter(JsonNode::isObject)
                            .map(each ->
                                    list(
                                            new TreeSet<>(each.propertyNames())
                                                    .stream().map(each::get).toList()));
            case "lookup" -> lookup(arguments);
            case "element" -> element(arguments);
            case "try" -> arguments.stream().findFirst().filter(each -> !Unresolved.isIn(each));
            case "coalesce" -> coalesce(arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofOne(String name, JsonNode argument) {
        Optional<String> text = Types.text(argument);
        return switch (name) {
            case "lower" -> text.map(t -> NODES.stringNode(t.toLowerCase(Locale.ROOT)));
            case "upper" -> text.map(t -> NODES.stringNode(t.toUpperCase(Locale.ROOT)));
            case "trimspace" -> text.map(t -> NODES.stringNode(t.strip()));
            case "tostring", "nonsensitive" -> text.map(NODES::stringNode);
            case "base64encode" -> text.map(Functions::base64);
            case "base64decode" -> text.flatMap(Functions::ofBase64);
            case "tonumber" -> Optional.of(Types.number(argument)).filter(JsonNode::isNumber);
            case "tobool" -> Optional.of(Types.bool(argument)).filter(JsonNode::isBoolean);
            case "length" ->
                    text.map(t -> NODES.numberNode((long) t.codePointCount(0, t.length())));
            case "jsondecode" -> text.flatMap(Functions::decoded);
            case "format" -> text.filter(t -> !t.contains("%")).map(NODES::stringNode);
            case "compact" ->
                    Optional.of(argument)
                            .filter(JsonNode::isArray)
                            .map(each ->
                                    list(
                                            each.values().stream()
                                                    .filter(e -> !e.isNull())
                                                    .filter(e -> !e.asString("x").isEmpty())
                                                    .toList()));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofSeveral(String name, List<JsonNode> arguments) {
        JsonNode last = arguments.isEmpty() ? NODES.nullNode() : arguments.getLast();
        List<Optional<String>> texts = arguments.stream().map(Types::text).toList();
        boolean allTexts = texts.stream().allMatch(Optional::isPresent);
        return switch (name) {
            case "join" -> join(texts, last);
            case "split" ->
                    arguments.size() == 2 && allTexts && !texts.get(0).orElseThrow().isEmpty()
                            ? Optional.of(
                                    strings(
                                            List.of(
                                                    texts.get(1)
                                                            .orElseThrow()
                                                            .split(
                                                                    Pattern.quote(
                                                                            texts.get(0)
                                                                                    .orElseThrow()),
                                                                    -1))))
                            : Optional.empty();
            case "replace" -> arguments.size() == 3 && allTexts ? replace(texts) : Optional.empty();
            case "format" -> format(texts);
            case "contains" ->
                    arguments.size() == 2 && arguments.getFirst().isArray()
                            ? Optional.of(
                                    NODES.booleanNode(arguments.getFirst().values().contains(last)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> one(List<JsonNode> arguments) {
        return arguments.size() == 1 ? Optional.of(arguments.getFirst()) : Optional.empty();
    }

    private static Optional<JsonNode> merge(List<JsonNode> arguments) {
        ObjectNode merged = NODES.objectNode();
        for (JsonNode argument : arguments) {
            if (!argument.isObject() && !argument.isNull()) {
                return Optional.empty();
            }
            argument.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        }
        return Optional.of(merged);
    }

    private static Optional<JsonNode> concat(List<JsonNode> arguments) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode argument : arguments) {
            if (!argument.isArray()) {
                return Optional.empty();
            }
            all.addAll(argument.values());
        }
        return Optional.of(list(all));
    }

    private static JsonNode flat(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode each : node.values()) {
            if (each.isArray()) {
                all.addAll(flat(each).values());
            } else {
                all.add(each);
            }
        }
        return list(all);
    }

    private static JsonNode distinct(JsonNode list) {
        return list(new LinkedHashSet<>(list.values()).stream().toList());
    }

    private static Optional<JsonNode> lookup(List<JsonNode> arguments) {
        if (arguments.size() < 2 || !arguments.get(0).isObject() || !arguments.get(1).isString()) {
            return Optional.empty();
        }
        JsonNode found = arguments.get(0).get(arguments.get(1).stringValue());
        if (found != null) {
            return Optional.of(found);
        }
        return arguments.size() == 3 ? Optional.of(arguments.get(2)) : Optional.empty();
    }

    private static Optional<JsonNode> element(List<JsonNode> arguments) {
        boolean fits =
                arguments.size() == 2
                        && arguments.get(0).isArray()
                        && !arguments.get(0).isEmpty()
                        && arguments.get(1).canConvertToInt()
                        && arguments.get(1).intValue() >= 0;
        return fits
                ? Optional.of(
                        arguments.get(0).get(arguments.get(1).intValue() % arguments.get(0).size()))
                : Optional.empty();
    }

    private static Optional<JsonNode> coalesce(List<JsonNode> arguments) {
        return arguments.stream()
                .filter(each -> !each.isNull())
                .filter(each -> !each.isString() || !each.stringValue().isEmpty())
                .findFirst();
    }

    private static Optional<JsonNode> join(List<Optional<String>> texts, JsonNode list) {
        if (texts.size() != 2 || texts.getFirst().isEmpty() || !list.isArray()) {
            return Optional.empty();
        }
        List<Optional<String>> parts = list.values().stream().map(Types::text).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? modest(
                        parts.stream()
                                .map(Optional::orElseThrow)
                                .collect(Collectors.joining(texts.getFirst().get())))
                : Optional.empty();
    }

    private static Optional<JsonNode> replace(List<Optional<String>> texts) {
        String what = texts.get(1).orElseThrow();
        // Between slashes stands a regular expression, which is not worked out.
        return what.isEmpty() || (what.startsWith("/") && what.endsWith("/"))
                ? Optional.empty()
                : modest(texts.get(0).orElseThrow().replace(what, texts.get(2).orElseThrow()));
    }

    /** {@code %s}, {@code %d} and {@code %%} alone. */
    private static Optional<JsonNode> format(List<Optional<String>> texts) {
        if (texts.isEmpty() || texts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String pattern = texts.getFirst().orElseThrow();
        var result = new StringBuilder();
        int next = 1;
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i++);
            if (c != '%') {
                result.append(c);
                continue;
            }
            char verb = i < pattern.length() ? pattern.charAt(i++) : ' ';
            if (verb == '%') {
                result.append('%');
            } else if ((verb == 's' || verb == 'd') && next < texts.size()) {
                String text = texts.get(next++).orElseThrow();
                if (verb == 'd' && Numbers.parse(text).isEmpty()) {
                    return Optional.empty();
                }
                result.append(text);
            } else {
                return Optional.empty();
            }
        }
        return next == texts.size() ? modest(result.toString()) : Optional.empty();
    }

    private static JsonNode base64(String text) {
        return NODES.stringNode(
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Absent where it is base64 of no text. */
    private static Optional<JsonNode> ofBase64(String text) {
        try {
            return Optional.of(
                    NODES.stringNode(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(text)))
                                    .toString()));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> decoded(String text) {
        return Json.read(text);
    }

    private static Optional<JsonNode> modest(String text) {
        return text.length() <= MOST_CHARACTERS
                ? Optional.of(NODES.stringNode(text))
                : Optional.empty();
    }

    private static JsonNode strings(List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static JsonNode list(List<JsonNode> elements) {
        return NODES.arrayNode().addAll(elements);
    }
}
