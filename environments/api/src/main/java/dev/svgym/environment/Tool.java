package dev.svgym.environment;

import tools.jackson.databind.JsonNode;

/**
 * A tool that an agent may call, as in the OpenAI function format.
 *
 * @param parameters JSON Schema of the arguments object
 */
public record Tool(String name, String description, JsonNode parameters) {}
