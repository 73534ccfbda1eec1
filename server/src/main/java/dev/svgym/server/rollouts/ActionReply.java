package dev.svgym.server.rollouts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.svgym.environment.Observation;
import dev.svgym.server.environments.ShownTask.ShownBudget;
import dev.svgym.server.environments.ShownVerdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an action got: an observation while the rollout goes on, a verdict at its end.
 *
 * @param observation {@code content}, the text for the model, and whatever the tool shows beside it, such as {@code
 *     violations}
 * @param remaining tool calls and steps that are left after this action
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionReply(
        int sequence,
        @Nullable Map<String, JsonNode> observation,
        @Nullable ShownBudget remaining,
        @Nullable ShownVerdict verdict) {

    static ActionReply observed(int sequence, Observation observation, ShownBudget remaining) {
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        shown.put("content", JsonNodeFactory.instance.stringNode(observation.content()));
        observation
                .data()
                .properties()
                .forEach(field -> shown.putIfAbsent(field.getKey(), field.getValue()));
        return new ActionReply(sequence, Collections.unmodifiableMap(shown), remaining, null);
    }

    static ActionReply ended(int sequence, ShownVerdict verdict) {
        return new ActionReply(sequence, null, null, verdict);
    }
}
