package dev.svgym.configremediation.terraform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON that a string holds, as a tree. Statements of a policy of IAM are a list, keyed where each has its own Sid. */
final class Policy {

    private static final String STATEMENT = "Statement";
    private static final String SID = "Sid";

    private Policy() {}

    /** Absent where the string is not known well enough to be read. */
    static Optional<JsonNode> of(JsonNode value) {
        Optional<JsonNode> read =
                value.isString()
                        ? Json.read(value.stringValue())
                        : Unresolved.encodedValue(value)
                                .map(Unresolved::shown)
                                .or(() -> Unresolved.draftOf(value).flatMap(Json::read));
        return read.map(Policy::normal);
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
