package dev.svgym.server.verification;

import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.estimators.EstimatorRequest;
import dev.svgym.server.estimators.EstimatorRequest.Nulls;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers to be judged.
 *
 * @param environment id of the environment of every task
 * @param items at least one
 * @param estimator for advantages; none are made where it is not given
 * @param invalidPolicy what becomes of items without a reward: {@code exclude} where it is not given
 */
record VerifyRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String environment,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable List<@Nullable VerifyItem> items,
        @Nullable EstimatorRequest estimator,
        @Nullable Nulls invalidPolicy) {

    /**
     * One answer to one task.
     *
     * @param answer the raw text of the model, or the answer as a JSON object
     * @param group name of its group; items of one task are a group where none is given
     * @param toolCalls tool calls that were made elsewhere, 0 where it is not given
     */
    record VerifyItem(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable TaskRequest task,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable JsonNode answer,
            @Nullable String group,
            @Nullable Integer toolCalls) {}

    /** The first line of a batch of lines: all but the items. */
    record Header(
            @Nullable String environment,
            @Nullable EstimatorRequest estimator,
            @Nullable Nulls invalidPolicy) {

        VerifyRequest with(List<@Nullable VerifyItem> items) {
            return new VerifyRequest(environment, items, estimator, invalidPolicy);
        }
    }
}
