package dev.svgym.server.adapters.ors;

import dev.svgym.environment.Tool;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists of tools as ORS has them. */
final class ToolSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ToolSchemas() {}

    static ObjectNode list(List<Tool> tools) {
        ObjectNode reply = JSON.objectNode();
        ArrayNode list = reply.putArray("tools");
        for (Tool tool : tools) {
            list.addObject()
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("input_schema", plain(tool.parameters()));
        }
        reply.putNull("terminal_tool").put("supports_score_group", false);
        reply.putArray("message_block_types")
                .add("text")
                .add("image")
                .add("reasoning")
                .add("tool_call")
                .add("tool_result");
        return reply;
    }

    /** Without lists of types, which clients that make functions of tools do not understand. */
    private static JsonNode plain(JsonNode schema) {
        if (schema.isArray()) {
            ArrayNode plain = JSON.arrayNode();
            schema.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode plain = JSON.objectNode();
        schema.properties()
                .forEach(field -> {
                    if (field.getKey().equals("type") && field.getValue().isArray()) {
                        ArrayNode any = plain.putArray("anyOf");
                        field.getValue().forEach(type -> any.addObject().set("type", type));
                    } else {
                        plain.set(field.getKey(), plain(field.getValue()));
                    }
                });
        return plain;
    }
}
