package dev.svgym.server.verification;

import dev.svgym.environment.TaskReference;
import dev.svgym.server.environments.AnswerText;
import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.verification.VerifyRequest.VerifyItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item, checked.
 *
 * @param index its place in the batch
 * @param named as the item named its task; two equal ones are the same task
 */
record Submission(
        int index,
        TaskRequest named,
        TaskReference task,
        String answer,
        Optional<String> group,
        int toolCalls) {

    String pointer() {
        return "/items/" + index + "/task";
    }

    /** Every item, or a problem that lists all that is wrong. */
    static List<Submission> of(@Nullable List<@Nullable VerifyItem> items, int maxItems) {
        var errors = new FieldErrors();
        errors.require(
                items != null && !items.isEmpty() && items.size() <= maxItems,
                "/items",
                "expected 1 to %d items, got %s; split the batch"
                        .formatted(maxItems, items == null ? "none" : items.size()));
        errors.throwIfAny();
        List<Submission> submissions = new ArrayList<>();
        int index = 0;
        for (VerifyItem item : items == null ? List.<VerifyItem>of() : items) {
            String pointer = "/items/" + index;
            if (item == null) {
                errors.add(pointer, "expected an object, got null");
            } else {
                of(index, item, errors, pointer).ifPresent(submissions::add);
            }
            index++;
        }
        errors.throwIfAny();
        return submissions;
    }

    private static Optional<Submission> of(
            int index, VerifyItem item, FieldErrors errors, String pointer) {
        Integer calls = item.toolCalls() == null ? Integer.valueOf(0) : item.toolCalls();
        errors.require(
                calls >= 0, pointer + "/tool_calls", "expected a whole number >= 0, got " + calls);
        TaskRequest named = item.task();
        if (named == null) {
            errors.add(pointer + "/task", "expected a task, got none");
        }
        if (item.answer() == null) {
            errors.add(
                    pointer + "/answer",
                    "expected the raw text of the model or the answer as a JSON object, got none");
        }
        if (named == null || item.answer() == null) {
            return Optional.empty();
        }
        Optional<TaskReference> task = named.reference(errors, pointer + "/task");
        Optional<String> answer = AnswerText.of(item.answer(), errors, pointer + "/answer");
        return task.isPresent() && answer.isPresent()
                ? Optional.of(
                        new Submission(
                                index,
                                named,
                                task.get(),
                                answer.get(),
                                Optional.ofNullable(item.group()),
                                calls))
                : Optional.empty();
    }
}
