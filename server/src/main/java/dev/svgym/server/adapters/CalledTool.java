package dev.svgym.server.adapters;

import dev.svgym.environment.Tool;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.rollouts.ActionReply;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a tool call, the answer included. A call that no tool takes is made all the same: it counts, as it does
 * over the native API, and the environment's words say what it expected. Only an answer with fields that no answer has
 * is not made.
 *
 * @param reply null where the call was not made
 * @param fault what was wrong with the call; null where nothing was
 * @param message about the fault; empty where there is none
 */
public record CalledTool(
        String tool, @Nullable ActionReply reply, @Nullable Fault fault, String message) {

    /** What may be wrong with a call. */
    public enum Fault {
        NOT_FOUND,
        INVALID_ARGUMENTS
    }

    /**
     * Makes a call.
     *
     * @param arguments an object, or whatever else the model wrote
     */
    public static CalledTool call(Episode episode, String name, JsonNode arguments) {
        OfferedTools offered = OfferedTools.of(episode);
        if (offered.isAnswer(name)) {
            return arguments instanceof ObjectNode fields
                    ? answer(episode, name, fields)
                    : new CalledTool(name, episode.answer(AnswerForm.raw(arguments)), null, "");
        }
        Optional<Tool> tool = offered.find(name);
        ActionReply reply = episode.call(name, arguments);
        if (tool.isEmpty()) {
            return new CalledTool(
                    name, reply, Fault.NOT_FOUND, "Unknown tool: '%s'".formatted(name));
        }
        return fits(tool.get().parameters(), arguments)
                ? new CalledTool(name, reply, null, "")
                : new CalledTool(name, reply, Fault.INVALID_ARGUMENTS, content(reply));
    }

    /** Whether the rollout has ended with this call. */
    public boolean isLast() {
        return reply != null && reply.verdict() != null;
    }

    /** The verdict that the call led to. */
    public Optional<ShownVerdict> verdict() {
        return Optional.ofNullable(reply).map(ActionReply::verdict);
    }

    /** The text that the environment showed; empty where it showed none. */
    public String content() {
        return content(reply);
    }

    private static CalledTool answer(Episode episode, String name, ObjectNode arguments) {
        AnswerForm form = AnswerForm.of(episode.environment().card());
        ObjectNode given = form.withoutNulls(arguments);
        List<String> unknown = form.unknown(given);
        return unknown.isEmpty()
                ? new CalledTool(name, episode.answer(form.judged(given)), null, "")
                : new CalledTool(
                        name,
                        null,
                        Fault.INVALID_ARGUMENTS,
                        "expected only %s, got %s; nothing was judged, call again"
                                .formatted(form.fields().stream().sorted().toList(), unknown));
    }

    private static boolean fits(JsonNode schema, JsonNode arguments) {
        JsonNode more = schema.path("additionalProperties");
        boolean closed = more.isBoolean() && !more.booleanValue();
        return arguments.isObject()
                && schema.path("required")
                        .valueStream()
                        .allMatch(required -> arguments.has(required.asString()))
                && (!closed
                        || arguments.propertyNames().stream()
                                .allMatch(name -> schema.path("properties").has(name)));
    }

    private static String content(@Nullable ActionReply reply) {
        return reply == null || reply.observation() == null
                ? ""
                : Optional.ofNullable(reply.observation().get("content"))
                        .map(JsonNode::asString)
                        .orElse("");
    }
}
