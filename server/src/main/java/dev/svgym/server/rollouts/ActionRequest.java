package dev.svgym.server.rollouts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.svgym.environment.Action;
import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.server.environments.AnswerText;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One action: a tool call, an answer or a truncation. Two are the same action where they are equal.
 *
 * @param sequence 1 for the first action of a rollout, then one more each time
 * @param answer raw text of the model, or the answer as a JSON object
 * @param truncated {@code tokens} or {@code cancelled}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Integer sequence,
        @Nullable ToolCallRequest toolCall,
        @Nullable JsonNode answer,
        @Nullable String truncated) {

    /**
     * A call of a tool.
     *
     * @param arguments whatever the model wrote; none counts as an empty object
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ToolCallRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
            @Nullable JsonNode arguments) {}

    /** A call of a tool at a place of a rollout. */
    public static ActionRequest call(int sequence, String tool, JsonNode arguments) {
        return new ActionRequest(sequence, new ToolCallRequest(tool, arguments), null, null);
    }

    /** An answer, raw text or a JSON object, at a place of a rollout. */
    public static ActionRequest answer(int sequence, JsonNode answer) {
        return new ActionRequest(sequence, null, answer, null);
    }

    /** A truncation, {@code tokens} or {@code cancelled}, at a place of a rollout. */
    public static ActionRequest truncation(int sequence, String cause) {
        return new ActionRequest(sequence, null, null, cause);
    }

    /** An action and its place in the rollout. */
    record Placed(int sequence, Action action) {}

    /** What is asked for, or a problem that lists all that is wrong. */
    Placed placed() {
        var errors = new FieldErrors();
        errors.require(
                sequence != null && sequence >= 1,
                "/sequence",
                "expected a whole number >= 1, got " + sequence);
        long actions =
                Stream.of(toolCall != null, answer != null, truncated != null)
                        .filter(given -> given)
                        .count();
        errors.require(
                actions == 1,
                "",
                "expected exactly one of tool_call, answer and truncated, got " + actions);
        Optional<Action> action = actions == 1 ? action(errors) : Optional.empty();
        errors.throwIfAny();
        return new Placed(Objects.requireNonNull(sequence), action.orElseThrow());
    }

    private Optional<Action> action(FieldErrors errors) {
        if (toolCall != null) {
            String name = toolCall.name();
            if (name == null) {
                errors.add("/tool_call/name", "expected the name of a tool, got none");
                return Optional.empty();
            }
            JsonNode arguments = toolCall.arguments();
            return Optional.of(
                    new Action.ToolCall(
                            name,
                            arguments == null ? JsonNodeFactory.instance.objectNode() : arguments));
        }
        if (answer != null) {
            return AnswerText.of(answer, errors, "/answer").map(Action.Answer::new);
        }
        Optional<Cause> cause =
                Cause.of(Objects.requireNonNull(truncated))
                        .filter(named -> named == Cause.TOKENS || named == Cause.CANCELLED);
        errors.require(
                cause.isPresent(),
                "/truncated",
                "expected tokens or cancelled, got " + Excerpt.of(truncated));
        return cause.map(Action.Truncation::new);
    }
}
