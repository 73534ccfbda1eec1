package dev.svgym.server.adapters.openenv;

import dev.svgym.server.adapters.AnswerForm;
import dev.svgym.server.adapters.PydanticError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the data of a step asks for. */
sealed interface RequestedAction {

    String LIST_TOOLS = "list_tools";
    String CALL_TOOL = "call_tool";

    /** Show the tools; no step of the rollout. */
    record ListTools() implements RequestedAction {}

    /** Run a tool; the answer may be called like one. */
    record CallTool(String name, ObjectNode arguments) implements RequestedAction {}

    /** End the rollout with an answer, raw text or an object. */
    record Answer(JsonNode answer) implements RequestedAction {}

    /** No action: nothing is stepped. */
    record Refused(List<PydanticError> errors) implements RequestedAction {}

    /**
     * Reads the data of a step.
     *
     * @param strict whether it was strict JSON; what was not is judged as it was written
     * @param written the text of the data
     */
    static RequestedAction of(
            AnswerForm form, ObjectNode data, boolean strict, Supplier<String> written) {
        JsonNode metadata = data.path("metadata");
        boolean own = form.fields().contains("metadata");
        if (!own && !metadata.isMissingNode() && !metadata.isObject()) {
            return new Refused(List.of(PydanticError.notAnObject(metadata, "metadata")));
        }
        ObjectNode action = data.deepCopy();
        if (!own) {
            action.remove("metadata");
        }
        String type = form.fields().contains("type") ? "" : action.path("type").asString("");
        if (type.equals(LIST_TOOLS)) {
            List<PydanticError> extra = extra(action, "type");
            return extra.isEmpty() ? new ListTools() : new Refused(extra);
        }
        boolean calls = !action.has("type") && action.has("tool_name");
        if (type.equals(CALL_TOOL) || (calls && !form.fields().contains("tool_name"))) {
            return call(data, action);
        }
        return answer(form, type, action, strict, written);
    }

    private static RequestedAction call(ObjectNode data, ObjectNode action) {
        List<PydanticError> errors = new ArrayList<>();
        JsonNode name = action.path("tool_name");
        if (name.isMissingNode()) {
            errors.add(PydanticError.missing(data, "tool_name"));
        } else if (!name.isString()) {
            errors.add(
                    PydanticError.of(
                            "string_type", "Input should be a valid string", name, "tool_name"));
        }
        JsonNode arguments = action.path("arguments");
        if (!arguments.isMissingNode() && !arguments.isObject()) {
            errors.add(PydanticError.notAnObject(arguments, "arguments"));
        }
        errors.addAll(extra(action, "type", "tool_name", "arguments"));
        return errors.isEmpty()
                ? new CallTool(
                        name.stringValue(),
                        arguments instanceof ObjectNode given
                                ? given
                                : JsonNodeFactory.instance.objectNode())
                : new Refused(errors);
    }

    private static RequestedAction answer(
            AnswerForm form,
            String type,
            ObjectNode action,
            boolean strict,
            Supplier<String> written) {
        if (!type.isEmpty()) {
            if (action.size() == 1 && !type.equals(AnswerForm.ANSWER)) {
                // A client that knows one required field puts a reply that is no object into it.
                return new Answer(JsonNodeFactory.instance.stringNode(type));
            }
            if (type.equals(AnswerForm.ANSWER)) {
                action.remove("type");
            }
        }
        List<String> unknown = form.unknown(action);
        if (!unknown.isEmpty()) {
            List<PydanticError> errors = new ArrayList<>();
            form.missing(action).forEach(name -> errors.add(PydanticError.missing(action, name)));
            unknown.forEach(name -> errors.add(PydanticError.extra(action.path(name), name)));
            return new Refused(errors);
        }
        return new Answer(
                strict ? form.judged(action) : JsonNodeFactory.instance.stringNode(written.get()));
    }

    private static List<PydanticError> extra(ObjectNode action, String... known) {
        return action.propertyNames().stream()
                .filter(name -> !List.of(known).contains(name))
                .map(name -> PydanticError.extra(action.path(name), name))
                .toList();
    }
}
