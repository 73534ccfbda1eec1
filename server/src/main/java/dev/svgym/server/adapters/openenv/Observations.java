package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Task;
import dev.svgym.environment.Tool;
import dev.svgym.server.adapters.CalledTool;
import dev.svgym.server.adapters.Episode;
import dev.svgym.server.adapters.OfferedTools;
import dev.svgym.server.adapters.Reset;
import dev.svgym.server.adapters.VerdictFields;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.rollouts.ActionReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What steps lead to, as OpenEnv shows it. Everything that a trainer needs is inside {@code observation}, because the
 * oldest clients keep nothing else; what is in its {@code metadata} stands beside it, too.
 */
@Component
class Observations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final VerdictFields verdicts;

    Observations(VerdictFields verdicts) {
        this.verdicts = verdicts;
    }

    /** The first observation of a rollout. */
    ObjectNode begun(Task task, List<Tool> tools) {
        ObjectNode observation = observation(JSON.objectNode());
        observation.put("prompt", Episode.prompt(task));
        observation.put("task_id", task.id());
        observation.put("task_digest", task.digest());
        observation
                .putObject("budget")
                .put("tool_calls", task.budget().toolCalls())
                .put("steps", task.budget().steps());
        if (!tools.isEmpty()) {
            observation.set("available_tools", list(tools));
        }
        return result(observation, null, false);
    }

    /** The tools of the task and the answer. */
    ObjectNode tools(OfferedTools offered) {
        ObjectNode observation = observation(JSON.objectNode());
        observation.set("tools", list(offered.all()));
        return result(observation, null, false);
    }

    /** The verdict on an answer. */
    ObjectNode answered(Task task, ActionReply reply) {
        ShownVerdict verdict = reply.verdict();
        if (verdict == null) {
            throw new IllegalStateException("an answer ends a rollout");
        }
        ObjectNode observation = observation(metadata(verdict));
        observation.put("prompt", "");
        observation.put("task_id", task.id());
        observation.setAll(verdicts.of(verdict));
        return result(observation, verdict.reward(), true);
    }

    /** What a tool showed, or why it could not be called, or the verdict that the call led to. */
    ObjectNode called(CalledTool call) {
        ShownVerdict verdict = call.reply() == null ? null : call.reply().verdict();
        ObjectNode observation =
                observation(verdict == null ? JSON.objectNode() : metadata(verdict));
        observation.put("tool_name", call.tool());
        observation.set("result", toolResult(call));
        observation.set("error", verdict == null ? error(call) : JSON.nullNode());
        if (verdict == null) {
            return result(observation, null, false);
        }
        observation.setAll(verdicts.of(verdict));
        return result(observation, verdict.reward(), true);
    }

    /** What a tool call gives, in the form of an MCP client's library; null where it could not be made. */
    JsonNode toolResult(CalledTool call) {
        ActionReply reply = call.reply();
        if (reply == null || (call.fault() != null && reply.verdict() == null)) {
            return JSON.nullNode();
        }
        ObjectNode data = verdicts.shown(call);
        ObjectNode result = JSON.objectNode();
        result.putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", VerdictFields.text(call))
                .putNull("annotations")
                .putNull("meta");
        result.set("structured_content", data);
        result.putNull("meta");
        result.set("data", data);
        result.put("is_error", false);
        return result;
    }

    /** The state of an episode. */
    ObjectNode state(Episode episode) {
        ObjectNode state = JSON.objectNode();
        Episode.Attempt now = episode.attempt().orElse(null);
        if (now == null) {
            return state.putNull("episode_id").put("step_count", 0);
        }
        Reset reset = now.reset();
        state.put("episode_id", reset.episodeId() == null ? now.rollout() : reset.episodeId());
        state.put("step_count", now.steps());
        state.put("rollout", now.rollout());
        state.put("task_id", now.task().id());
        if (reset.split() != null) {
            state.put("split", reset.split());
            state.put("index", reset.index());
        }
        if (reset.seed() != null) {
            state.set("seed", reset.seed());
        }
        return state;
    }

    static ArrayNode list(List<Tool> tools) {
        ArrayNode list = JSON.arrayNode();
        for (Tool tool : tools) {
            list.addObject()
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("input_schema", tool.parameters());
        }
        return list;
    }

    private static JsonNode error(CalledTool call) {
        return switch (call.fault()) {
            case null -> JSON.nullNode();
            case NOT_FOUND -> error("tool_not_found", call.message());
            case INVALID_ARGUMENTS -> error("invalid_args", call.message());
        };
    }

    private static ObjectNode error(String type, String message) {
        return JSON.objectNode().put("error_type", type).put("message", message);
    }

    private ObjectNode metadata(ShownVerdict verdict) {
        ObjectNode metadata = JSON.objectNode();
        metadata.set(VerdictFields.REWARD_COMPONENTS, verdicts.components(verdict));
        return metadata;
    }

    private static ObjectNode observation(ObjectNode metadata) {
        ObjectNode observation = JSON.objectNode();
        observation.set("metadata", metadata);
        return observation;
    }

    private static ObjectNode result(
            ObjectNode observation, @Nullable Double reward, boolean done) {
        ObjectNode result = JSON.objectNode();
        result.set("observation", observation);
        result.put("reward", reward);
        result.put("done", done);
        if (!observation.path("metadata").isEmpty()) {
            result.set("metadata", observation.path("metadata"));
        }
        return result;
    }
}
