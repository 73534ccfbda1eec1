package dev.svgym.server.rollouts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer writes on a rollout, for its own reports.
 *
 * @param group name of the trainer's own, or the id of a group of this server
 * @param step of the training run
 * @param policyVersion version of the model that acts
 */
public record Labels(
        @Nullable String group,
        @Nullable String run,
        @Nullable Long step,
        @Nullable String policyVersion,
        Mode mode) {

    /** What a rollout is for. */
    public enum Mode {
        @JsonProperty("train")
        TRAIN,
        @JsonProperty("eval")
        EVAL
    }

    public Labels inGroup(String id) {
        return new Labels(id, run, step, policyVersion, mode);
    }
}
