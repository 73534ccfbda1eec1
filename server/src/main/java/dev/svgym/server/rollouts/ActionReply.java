package dev.svgym.server.rollouts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.svgym.environment.Observation;
import dev.svgym.server.environments.ShownTask.ShownBudget;
import dev.svgym.server.environments.ShownVerdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
        @Nullable ObjectNode observation,
        @Nullable ShownBudget remaining,
        @Nullable ShownVerdict verdict) {

    static ActionReply observed(int sequence, Observation observation, ShownBudget remaining) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("content", observation.content());
        observation
                .data()
                .properties()
                .forEach(field -> {
                    if (!field.getKey().equals("content")) {
                        shown.set(field.getKey(), field.getValue());
                    }
                });
        return new ActionReply(sequence, shown, remaining, null);
    }

    static ActionReply ended(int sequence, ShownVerdict verdict) {
        return new ActionReply(sequence, null, null, verdict);
    }
}
