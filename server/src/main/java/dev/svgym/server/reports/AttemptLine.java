package dev.svgym.server.reports;

import dev.svgym.environment.Action;
import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.environment.TaskReference;
import dev.svgym.server.environments.AnswerText;
import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.problems.FieldErrors;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One attempt: a task, and the answer, or how the rollout was truncated, or that it was lost. The items of a verify
 * request are such lines.
 *
 * @param task as a request names one
 * @param answer the raw text of the model, or the answer as a JSON object
 * @param truncated {@code tokens}, {@code steps}, {@code idle} or {@code cancelled}
 * @param error anything but null: our own fault ended the attempt
 * @param group not read: attempts at one task are a group
 * @param toolCalls that came before the ending; 0 where it is not given
 */
record AttemptLine(
        @Nullable TaskRequest task,
        @Nullable JsonNode answer,
        @Nullable String truncated,
        @Nullable JsonNode error,
        @Nullable String group,
        @Nullable Integer toolCalls) {

    /** What was attempted after so many tool calls, and the action that ended it; none where our own fault did. */
    record Attempt(TaskReference task, int toolCalls, Optional<Action> ending) {}

    /** The attempt; ends with a problem that lists all that is wrong. */
    Optional<Attempt> attempt(FieldErrors errors, String pointer) {
        boolean lost = error != null && !error.isNull();
        long endings =
                Stream.of(answer != null, truncated != null, lost).filter(given -> given).count();
        errors.require(
                endings == 1,
                pointer,
                "expected one of answer, truncated and error, got "
                        + (endings == 0 ? "none" : "several"));
        int calls = toolCalls == null ? 0 : toolCalls;
        errors.require(
                calls >= 0, pointer + "/tool_calls", "expected a whole number >= 0, got " + calls);
        if (task == null) {
            errors.add(pointer + "/task", "expected a task, got none");
            return Optional.empty();
        }
        Optional<TaskReference> reference = task.reference(errors, pointer + "/task");
        if (reference.isEmpty() || endings != 1 || calls < 0) {
            return Optional.empty();
        }
        if (lost) {
            return Optional.of(new Attempt(reference.get(), calls, Optional.empty()));
        }
        Optional<? extends Action> ending =
                answer != null
                        ? AnswerText.of(answer, errors, pointer + "/answer").map(Action.Answer::new)
                        : cause(errors, pointer).map(Action.Truncation::new);
        return ending.map(action -> new Attempt(reference.get(), calls, Optional.of(action)));
    }

    private Optional<Cause> cause(FieldErrors errors, String pointer) {
        Optional<Cause> cause =
                Arrays.stream(Cause.values())
                        .filter(one -> one.label().equals(truncated))
                        .findFirst();
        errors.require(
                cause.isPresent(),
                pointer + "/truncated",
                "expected one of %s"
                        .formatted(Arrays.stream(Cause.values()).map(Cause::label).toList()));
        return cause;
    }
}
