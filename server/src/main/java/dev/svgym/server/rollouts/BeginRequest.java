package dev.svgym.server.rollouts;

import dev.svgym.environment.TaskReference;
import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.problems.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a rollout.
 *
 * @param environment id of the environment
 * @param group name of a group of the trainer's own
 * @param step of the training run, at least 0
 * @param mode {@code train} where it is not given
 */
record BeginRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String environment,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable TaskRequest task,
        @Nullable String group,
        @Nullable String run,
        @Nullable Long step,
        @Nullable String policyVersion,
        Labels.@Nullable Mode mode) {

    /** What is asked for, checked. */
    record Wanted(
            String environment, TaskReference task, @Nullable String expectDigest, Labels labels) {}

    Wanted wanted() {
        var errors = new FieldErrors();
        errors.require(
                environment != null, "/environment", "expected the id of an environment, got none");
        errors.require(task != null, "/task", "expected a task, got none");
        errors.require(
                step == null || step >= 0, "/step", "expected a whole number >= 0, got " + step);
        Optional<TaskReference> reference =
                task == null ? Optional.empty() : task.reference(errors, "/task");
        errors.throwIfAny();
        return new Wanted(
                Objects.requireNonNull(environment),
                reference.orElseThrow(),
                Objects.requireNonNull(task).expectDigest(),
                new Labels(
                        group,
                        run,
                        step,
                        policyVersion,
                        Objects.requireNonNullElse(mode, Labels.Mode.TRAIN)));
    }
}
