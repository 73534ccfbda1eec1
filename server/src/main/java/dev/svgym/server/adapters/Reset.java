package dev.svgym.server.adapters;

import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.TaskReference;
import dev.svgym.server.environments.SeededIndex;
import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.rollouts.Labels;
import dev.svgym.server.rollouts.Rollout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Which task a client of a foreign protocol wants to begin. It may name an {@code inline} task, a task's {@code task_id}
 * or {@code id}, a {@code split} and {@code index}, or a {@code seed}; what comes first of these wins, and without any it
 * is the first task of the first split. The whole may stand under {@code task}. Other arguments are ignored, as these
 * protocols have it.
 *
 * @param split as it was sent or chosen; null where the task is named otherwise
 * @param index likewise
 * @param seed as it was sent
 */
public record Reset(
        TaskReference task,
        @Nullable String expectDigest,
        Labels labels,
        @Nullable String episodeId,
        @Nullable String split,
        @Nullable Long index,
        @Nullable JsonNode seed) {

    /** The first task of the first split. */
    public static Reset first(EnvironmentCard card) {
        return of(card, JsonNodeFactory.instance.objectNode());
    }

    /** What a rollout that somebody else began would have been begun with. */
    static Reset of(Rollout begun) {
        return new Reset(
                new TaskReference.ById(begun.task().id()),
                null,
                begun.labels(),
                null,
                null,
                null,
                null);
    }

    /** What the arguments of a reset name, or a problem. */
    public static Reset of(EnvironmentCard card, JsonNode arguments) {
        JsonNode named = arguments.path("task").isObject() ? arguments.path("task") : arguments;
        TaskRequest request = request(card, named);
        var errors = new FieldErrors();
        var reference = request.reference(errors, "");
        errors.throwIfAny();
        JsonNode seed = named.path("seed");
        return new Reset(
                reference.orElseThrow(),
                request.expectDigest(),
                labels(arguments),
                text(arguments, "episode_id"),
                request.split(),
                request.index(),
                seed.isMissingNode() ? null : seed);
    }

    private static TaskRequest request(EnvironmentCard card, JsonNode named) {
        String digest = text(named, "expect_digest");
        JsonNode inline = present(named, "inline");
        if (!inline.isMissingNode()) {
            return new TaskRequest(null, null, null, inline, digest);
        }
        String id = text(named, "task_id");
        id = id == null ? text(named, "id") : id;
        if (id != null) {
            return new TaskRequest(id, null, null, null, digest);
        }
        EnvironmentCard.SplitCard split = split(card, named);
        return new TaskRequest(null, split.label(), index(split, named), null, digest);
    }

    private static EnvironmentCard.SplitCard split(EnvironmentCard card, JsonNode named) {
        if (card.splits().isEmpty()) {
            throw FieldErrors.single(
                    "task",
                    "%s has no split; bring a task inline, as {\"inline\": {...}}"
                            .formatted(card.id()));
        }
        JsonNode split = present(named, "split");
        if (split.isMissingNode()) {
            return card.splits().getFirst();
        }
        return card.splits().stream()
                .filter(set -> split.isString() && set.label().equals(split.stringValue()))
                .findFirst()
                .orElseThrow(() ->
                        FieldErrors.single(
                                "split",
                                "expected one of %s, got %s"
                                        .formatted(
                                                card.splits().stream()
                                                        .map(EnvironmentCard.SplitCard::label)
                                                        .toList(),
                                                Excerpt.of(split.toString()))));
    }

    private static long index(EnvironmentCard.SplitCard split, JsonNode named) {
        JsonNode index = present(named, "index");
        if (!index.isMissingNode()) {
            if (!index.canConvertToLong() || !index.isIntegralNumber() || index.longValue() < 0) {
                throw FieldErrors.single(
                        "index",
                        "expected a whole number >= 0, got " + Excerpt.of(index.toString()));
            }
            return index.longValue();
        }
        JsonNode seed = named.path("seed");
        return seed.isIntegralNumber() ? SeededIndex.of(seed.bigIntegerValue(), split) : 0;
    }

    private static Labels labels(JsonNode arguments) {
        JsonNode step = arguments.path("step");
        return new Labels(
                text(arguments, "group"),
                text(arguments, "run"),
                step.isIntegralNumber() && step.canConvertToLong() && step.longValue() >= 0
                        ? step.longValue()
                        : null,
                text(arguments, "policy_version"),
                "eval".equals(text(arguments, "mode")) ? Labels.Mode.EVAL : Labels.Mode.TRAIN);
    }

    private static JsonNode present(JsonNode from, String name) {
        JsonNode value = from.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private static @Nullable String text(JsonNode from, String name) {
        JsonNode value = from.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
