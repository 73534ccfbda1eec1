package dev.svgym.environment;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the agent sees after a tool call.
 *
 * @param content text for the model
 * @param data the same as named JSON values, such as {@code violations}; may be empty
 */
public record Observation(String content, ObjectNode data) {

    public Observation {
        content = WellFormed.text(content);
    }

    /** An observation that is text alone. */
    public static Observation text(String content) {
        return new Observation(content, JsonNodeFactory.instance.objectNode());
    }
}
