package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.EnvironmentCard;
import dev.svgym.server.adapters.AnswerForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of what goes over OpenEnv's wire. */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final JsonNode STATE =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"title": "State", "type": "object", "additionalProperties": true,
                             "properties": {
                               "episode_id": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null, "description": "The client's own id of the episode, else the rollout's"},
                               "step_count": {"type": "integer", "minimum": 0, "default": 0, "description": "Steps since the last reset"},
                               "rollout": {"type": "string", "description": "Id of the rollout in the native API"},
                               "task_id": {"type": "string"}}}
                            """);

    private static final JsonNode BEGUN =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"title": "TaskObservation", "type": "object",
                             "properties": {
                               "metadata": {"type": "object", "additionalProperties": true},
                               "prompt": {"type": "string", "description": "The task"},
                               "task_id": {"type": "string"},
                               "task_digest": {"type": "string"},
                               "budget": {"type": "object", "description": "Tool calls and steps that may be spent"},
                               "available_tools": {"type": "array", "description": "The tools of the task, where it has any"}}}
                            """);

    private static final JsonNode STEPPED =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"title": "StepObservation", "type": "object", "additionalProperties": true,
                             "properties": {
                               "metadata": {"type": "object", "additionalProperties": true},
                               "task_id": {"type": "string"},
                               "outcome": {"enum": ["answered", "abstained", "invalid", "truncated"]},
                               "success": {"anyOf": [{"enum": [0, 1]}, {"type": "null"}]},
                               "reward_components": {"type": "object", "description": "Values of the reward's parts by name"},
                               "verdict": {"type": "object", "description": "The verdict as in the native API"},
                               "tools": {"type": "array"},
                               "tool_name": {"type": "string"},
                               "result": {"description": "What a tool showed"},
                               "error": {"description": "Why a tool could not be called"}}}
                            """);

    private Schemas() {}

    static ObjectNode of(EnvironmentCard card) {
        ObjectNode schemas = JSON.objectNode();
        schemas.set("action", action(card));
        schemas.set("observation", STEPPED);
        schemas.set("state", STATE);
        schemas.set("reset_observation", BEGUN);
        return schemas;
    }

    /**
     * The answer's fields; where there are tools, beside a call. Clients that know one required field put a reply of the
     * model that is no object into it, so there is always exactly one or those of the answer.
     */
    private static ObjectNode action(EnvironmentCard card) {
        AnswerForm form = AnswerForm.of(card);
        ObjectNode action = JSON.objectNode();
        action.put("title", title(card.id()) + "Action");
        action.put("type", "object");
        action.put(
                "description",
                card.tools().isEmpty()
                        ? "The answer. It ends the episode."
                        : "A call of a tool (type call_tool), or the answer (type answer, with the answer's fields beside it), which ends the episode.");
        ObjectNode properties = action.putObject("properties");
        properties
                .putObject("metadata")
                .put("type", "object")
                .put("description", "Ignored")
                .put("additionalProperties", true);
        ArrayNode required = JSON.arrayNode();
        if (card.tools().isEmpty()) {
            form.required().forEach(required::add);
        } else {
            tools(card, properties);
            required.add("type");
        }
        card.answerSchema()
                .path("properties")
                .properties()
                .forEach(field -> properties.set(field.getKey(), field.getValue()));
        if (!form.fields().contains(AnswerForm.ANSWER)) {
            properties
                    .putObject(AnswerForm.ANSWER)
                    .put("type", "string")
                    .put(
                            "description",
                            "The raw text of a model, in place of the answer's fields.");
        }
        action.set("required", required);
        action.put("additionalProperties", !form.closed());
        return action;
    }

    private static void tools(EnvironmentCard card, ObjectNode properties) {
        ArrayNode types = properties.putObject("type").putArray("enum");
        types.add(RequestedAction.CALL_TOOL).add(AnswerForm.ANSWER).add(RequestedAction.LIST_TOOLS);
        ArrayNode names =
                properties
                        .putObject("tool_name")
                        .put("description", "With type call_tool")
                        .putArray("enum");
        card.tools().forEach(tool -> names.add(tool.name()));
        names.add(AnswerForm.ANSWER);
        properties
                .putObject("arguments")
                .put("type", "object")
                .put("description", "With type call_tool, as the tool's schema has them");
    }

    /** {@code e1-network-logs} as {@code E1NetworkLogs}. */
    private static String title(String id) {
        var title = new StringBuilder();
        for (String word : id.split("-", -1)) {
            title.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)))
                    .append(word.isEmpty() ? "" : word.substring(1));
        }
        return title.toString();
    }
}
