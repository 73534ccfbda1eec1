package dev.svgym.configremediation.terraform;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON that a string holds, as a tree. Statements of a policy of IAM are a list, keyed where each has its own Sid. */
final class Policy {

    private static final String STATEMENT = "Statement";
    private static final String SID = "Sid";

    private static final Pattern SIGN = Pattern.compile("\\$\\$|%%|\\$\\{|%\\{");

    private Policy() {}

    /** Absent where the string is not known well enough to be read. */
    static Optional<JsonNode> of(JsonNode value) {
        Optional<JsonNode> read =
                value.isString()
                        ? Json.read(value.stringValue())
                        : Unresolved.encodedValue(value)
                                .map(Unresolved::shown)
                                .or(() ->
                                        Unresolved.draftOf(value)
                                                .flatMap(Json::read)
                                                .flatMap(Policy::read));
        return read.map(Policy::normal);
    }

    /** A draft as what it says, its strings that are not resolved as markers; absent where a key is not. */
    private static Optional<JsonNode> read(JsonNode draft) {
        if (draft.isString()) {
            String text = draft.stringValue();
            return Optional.of(
                    isOpen(text)
                            ? Unresolved.of(Unresolved.quoted(text))
                            : JsonNodeFactory.instance.stringNode(undoubled(text)));
        }
        if (draft.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            for (JsonNode each : draft) {
                Optional<JsonNode> value = read(each);
                if (value.isEmpty()) {
                    return value;
                }
                list.add(value.get());
            }
            return Optional.of(list);
        }
        if (draft.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> each : draft.properties()) {
                Optional<JsonNode> value = read(each.getValue());
                if (value.isEmpty() || isOpen(each.getKey())) {
                    return Optional.empty();
                }
                object.set(undoubled(each.getKey()), value.get());
            }
            return Optional.of(object);
        }
        return Optional.of(draft);
    }

    private static boolean isOpen(String text) {
        return SIGN.matcher(text).results().anyMatch(sign -> sign.group().endsWith("{"));
    }

    private static String undoubled(String text) {
        return text.replace("$$", "$").replace("%%", "%");
    }

    private static JsonNode normal(JsonNode policy) {
        if (!(policy instanceof ObjectNode object) || !object.has(STATEMENT)) {
            return policy;
        }
        ObjectNode normal = object.deepCopy();
        JsonNode statement = object.get(STATEMENT);
        if (statement.isObject() && !Unresolved.is(statement)) {
            statement = JsonNodeFactory.instance.arrayNode().add(statement);
        }
        normal.set(STATEMENT, keyed(statement));
        return normal;
    }

    private static JsonNode keyed(JsonNode statements) {
        List<String> sids =
                statements.values().stream().map(each -> each.path(SID).asString("")).toList();
        Set<String> distinct = new HashSet<>(sids);
        boolean keyed =
                statements.isArray()
                        && !statements.isEmpty()
                        && distinct.size() == sids.size()
                        && !distinct.contains("");
        if (!keyed) {
            return statements;
        }
        ObjectNode bySid = JsonNodeFactory.instance.objectNode();
        statements.values().forEach(each -> bySid.set(each.get(SID).stringValue(), each));
        return bySid;
    }
}
