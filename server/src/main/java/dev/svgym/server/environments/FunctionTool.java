package dev.svgym.server.environments;

import dev.svgym.environment.Tool;
import tools.jackson.databind.JsonNode;

/**
 * A tool in the OpenAI function format.
 *
 * @param type always {@code function}
 */
public record FunctionTool(String type, Function function) {

    static FunctionTool of(Tool tool) {
        return new FunctionTool(
                "function", new Function(tool.name(), tool.description(), tool.parameters()));
    }

    /**
     * What the model is told.
     *
     * @param parameters JSON Schema of the arguments
     */
    public record Function(String name, String description, JsonNode parameters) {}
}
