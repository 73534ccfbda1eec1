package dev.svgym.server.adapters.nemogym;

import dev.svgym.server.adapters.AnswerForm;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.Frame;
import dev.svgym.server.adapters.JsonBody;
import dev.svgym.server.adapters.PydanticError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The conversation that an agent had, an OpenAI response, as far as it counts.
 *
 * @param text of the last message behind the last tool call; empty where there is none
 * @param isCutOff whether the model ran out of tokens
 * @param calls of tools, in order, but those whose arguments are no JSON, which no agent makes
 */
record GymResponse(String text, boolean isCutOff, List<Call> calls) {

    /** A call of a tool. */
    record Call(String tool, JsonNode arguments) {}

    GymResponse {
        calls = List.copyOf(calls);
    }

    /** Reads the field {@code response} of a request. */
    static GymResponse of(JsonBody request) {
        ObjectNode response = request.objectField("response");
        request.check();
        JsonNode output = response.path("output");
        if (output.isMissingNode()) {
            throw refusal(PydanticError.missing(response, "body", "response", "output"));
        }
        if (!output.isArray()) {
            throw refusal(
                    PydanticError.of(
                            "list_type",
                            "Input should be a valid list",
                            output,
                            "body",
                            "response",
                            "output"));
        }
        List<Call> calls = new ArrayList<>();
        String text = "";
        for (JsonNode item : output) {
            switch (item.path("type").asString("")) {
                case "message" -> text = isFromAgent(item) ? text(item.path("content")) : text;
                case "function_call" -> {
                    text = "";
                    addCall(item, calls);
                }
                default -> {
                    // What comes back from tools and what the model thought is not judged.
                }
            }
        }
        String reason = response.path("incomplete_details").path("reason").asString("");
        return new GymResponse(text, reason.equals("max_output_tokens"), calls);
    }

    JsonNode answer() {
        return StringNode.valueOf(text);
    }

    /** Whether the agent answered by a tool and not by its last message. */
    boolean answersByTool() {
        return calls.stream().anyMatch(call -> call.tool().equals(AnswerForm.ANSWER));
    }

    private static boolean isFromAgent(JsonNode message) {
        return message.path("role").asString("assistant").equals("assistant");
    }

    private static String text(JsonNode content) {
        return content.isString()
                ? content.stringValue()
                : content.valueStream()
                        .map(part ->
                                part.path("type").asString("").equals("refusal")
                                        ? part.path("refusal")
                                        : part.path("text"))
                        .map(part -> part.asString(""))
                        .collect(Collectors.joining());
    }

    /** The name that the server knows: agents that call by MCP put {@code mcp__server__} before it. */
    private static String tool(String name) {
        return name.startsWith("mcp__") ? name.substring(name.lastIndexOf("__") + 2) : name;
    }

    private static void addCall(JsonNode item, List<Call> calls) {
        String tool = tool(item.path("name").asString(""));
        JsonNode arguments = item.path("arguments");
        if (!arguments.isString()) {
            calls.add(
                    new Call(
                            tool,
                            arguments.isObject()
                                    ? arguments
                                    : JsonNodeFactory.instance.objectNode()));
            return;
        }
        try {
            calls.add(new Call(tool, Frame.read(arguments.stringValue()).json()));
        } catch (Frame.NotJsonException neverMade) {
            return;
        }
    }

    private static DetailException refusal(PydanticError error) {
        return new DetailException(422, PydanticError.plain(List.of(error)));
    }
}
