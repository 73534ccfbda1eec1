package dev.svgym.server.groups;

import dev.svgym.environment.TaskReference;
import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.estimators.GroupOfVerdicts.Stop;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.rollouts.Labels;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a group.
 *
 * @param environment id of the environment
 * @param size rollouts of the group; may be left out with {@code sampling}, whose cap it then is
 * @param sampling for a group that ends at a number of successes
 * @param step of the training run, at least 0
 * @param mode {@code train} where it is not given
 */
record GroupRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String environment,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable TaskRequest task,
        @Nullable Integer size,
        @Nullable SamplingRequest sampling,
        @Nullable String run,
        @Nullable Long step,
        @Nullable String policyVersion,
        Labels.@Nullable Mode mode) {

    /**
     * Sampling that stops.
     *
     * @param stopAfterSuccesses rollouts count in index order up to this success
     * @param cap rollouts that are begun
     */
    record SamplingRequest(@Nullable Integer stopAfterSuccesses, @Nullable Integer cap) {}

    /** What is asked for, checked. */
    record Wanted(
            String environment,
            TaskReference task,
            @Nullable String expectDigest,
            int rollouts,
            Optional<Stop> stop,
            Labels labels) {}

    Wanted wanted(int maxSize) {
        var errors = new FieldErrors();
        errors.require(
                environment != null, "/environment", "expected the id of an environment, got none");
        errors.require(task != null, "/task", "expected a task, got none");
        errors.require(
                step == null || step >= 0, "/step", "expected a whole number >= 0, got " + step);
        Optional<TaskReference> reference =
                task == null ? Optional.empty() : task.reference(errors, "/task");
        Optional<Stop> stop = stop(errors, maxSize);
        if (size != null || sampling == null) {
            errors.require(
                    size != null && size >= 1 && size <= maxSize,
                    "/size",
                    "expected a whole number in 1..%d, got %s".formatted(maxSize, size));
        }
        errors.throwIfAny();
        return new Wanted(
                Objects.requireNonNull(environment),
                reference.orElseThrow(),
                Objects.requireNonNull(task).expectDigest(),
                stop.map(Stop::cap).orElseGet(() -> Objects.requireNonNull(size)),
                stop,
                new Labels(
                        null,
                        run,
                        step,
                        policyVersion,
                        Objects.requireNonNullElse(mode, Labels.Mode.TRAIN)));
    }

    private Optional<Stop> stop(FieldErrors errors, int maxSize) {
        if (sampling == null) {
            return Optional.empty();
        }
        Integer cap = sampling.cap();
        Integer successes = sampling.stopAfterSuccesses();
        if (cap == null || cap < 1 || cap > maxSize) {
            errors.add(
                    "/sampling/cap",
                    "expected a whole number in 1..%d, got %s".formatted(maxSize, cap));
            return Optional.empty();
        }
        if (successes == null || successes < 1 || successes > cap) {
            errors.add(
                    "/sampling/stop_after_successes",
                    "expected a whole number in 1..cap, got " + successes);
            return Optional.empty();
        }
        return Optional.of(new Stop(successes, cap));
    }
}
