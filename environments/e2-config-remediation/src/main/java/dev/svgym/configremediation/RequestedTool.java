package dev.svgym.configremediation;

import dev.svgym.environment.Action.ToolCall;
import dev.svgym.environment.Tool;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a tool call asks for. */
sealed interface RequestedTool {

    /** Scan the working copy. */
    record Scan(String engine) implements RequestedTool {}

    /** Show a file of the working copy. */
    record View(String path) implements RequestedTool {}

    /** Change the working copy. */
    record ApplyPatch(String patch) implements RequestedTool {}

    /** Start over from the original files. */
    record ResetWorkspace() implements RequestedTool {}

    /** Not a call that can be made. */
    record Misread(String why) implements RequestedTool {}

    /** Engines, whose tools have their names. */
    Set<String> ENGINES = Set.of("opa", "semgrep");

    /** The tools, in the order in which they are offered. */
    List<Tool> TOOLS =
            List.of(
                    tool(
                            "opa",
                            "Scan the working copy with OPA under the rules in force, or those of them that the task names.",
                            List.of()),
                    tool(
                            "semgrep",
                            "Scan the working copy with Semgrep under the rules in force.",
                            List.of()),
                    tool(
                            "view",
                            "Show a file of the working copy with numbered lines.",
                            List.of("path")),
                    tool(
                            "apply_patch",
                            "Apply a unified diff to the working copy: exact positions, context and counts.",
                            List.of("patch")),
                    tool(
                            "reset_workspace",
                            "Put the working copy back to the original files.",
                            List.of()));

    /** Those of a task: a scan by an engine that does not judge it would show nothing. */
    static List<Tool> offered(Set<String> engines) {
        return TOOLS.stream()
                .filter(tool -> !ENGINES.contains(tool.name()) || engines.contains(tool.name()))
                .toList();
    }

    static RequestedTool of(ToolCall call) {
        return switch (call.name()) {
            case "opa", "semgrep" -> bare(call, new Scan(call.name()));
            case "reset_workspace" -> bare(call, new ResetWorkspace());
            case "view" -> {
                JsonNode path = argument(call, "path");
                yield path.isString()
                        ? new View(path.stringValue())
                        : misread(call, "{\"path\": string}");
            }
            case "apply_patch" -> {
                JsonNode patch = argument(call, "patch");
                yield patch.isString()
                        ? new ApplyPatch(patch.stringValue())
                        : misread(call, "{\"patch\": string}");
            }
            default ->
                    new Misread(
                            "There is no tool of that name; expected one of %s."
                                    .formatted(TOOLS.stream().map(Tool::name).toList()));
        };
    }

    private static RequestedTool bare(ToolCall call, RequestedTool reading) {
        JsonNode arguments = call.arguments();
        boolean empty = arguments.isNull() || (arguments.isObject() && arguments.isEmpty());
        return empty ? reading : misread(call, "{}");
    }

    /** The only argument; missing where there are others, too. */
    private static JsonNode argument(ToolCall call, String name) {
        JsonNode arguments = call.arguments();
        return arguments.size() == 1
                ? arguments.path(name)
                : JsonNodeFactory.instance.missingNode();
    }

    private static RequestedTool misread(ToolCall call, String expected) {
        return new Misread("Expected the arguments %s for %s.".formatted(expected, call.name()));
    }

    private static Tool tool(String name, String description, List<String> texts) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        texts.forEach(text -> properties.putObject(text).put("type", "string"));
        var required = schema.putArray("required");
        texts.forEach(required::add);
        schema.put("additionalProperties", false);
        return new Tool(name, description, schema);
    }
}
