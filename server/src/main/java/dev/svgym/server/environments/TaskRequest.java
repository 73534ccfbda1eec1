package dev.svgym.server.environments;

import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.FieldErrors;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a request names a task: by {@code id}, by {@code split} and {@code index}, or {@code inline}.
 *
 * @param split such as {@code train}, or {@code iot23/train} in an imported set
 * @param index at least 0
 * @param inline the task itself, in the form of the environment's inline schema
 * @param expectDigest the task's digest, where the caller wants to be told when the task has changed
 */
public record TaskRequest(
        @Nullable String id,
        @Nullable String split,
        @Nullable Long index,
        @Nullable JsonNode inline,
        @Nullable String expectDigest) {

    private static final String FORMS =
            "expected one of {\"id\"}, {\"split\", \"index\"} and {\"inline\"}";

    /** What is referred to; empty where something was wrong and added to the errors. */
    public Optional<TaskReference> reference(FieldErrors errors, String pointer) {
        long forms =
                Stream.of(id != null, split != null || index != null, inline != null)
                        .filter(given -> given)
                        .count();
        if (forms != 1) {
            errors.add(pointer, FORMS + ", got " + (forms == 0 ? "none" : "several"));
            return Optional.empty();
        }
        if (id != null) {
            return Optional.of(new TaskReference.ById(id));
        }
        if (inline != null) {
            errors.require(inline.isObject(), pointer + "/inline", "expected an object");
            return inline.isObject()
                    ? Optional.of(new TaskReference.Inline(inline))
                    : Optional.empty();
        }
        return fromSplit(errors, pointer);
    }

    private Optional<TaskReference> fromSplit(FieldErrors errors, String pointer) {
        boolean named = split != null && TaskReference.inSplit(split, 0).isPresent();
        errors.require(
                named,
                pointer + "/split",
                "expected one of %s, or such a split of an imported set as <set>/<split>, got %s"
                        .formatted(splits(), Excerpt.of(String.valueOf(split))));
        if (index == null || index < 0) {
            errors.add(pointer + "/index", "expected a whole number >= 0, got " + index);
            return Optional.empty();
        }
        return split == null ? Optional.empty() : TaskReference.inSplit(split, index);
    }

    static String splits() {
        return Arrays.stream(Split.values()).map(Split::label).toList().toString();
    }
}
