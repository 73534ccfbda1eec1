package dev.svgym.server.problems;

import jakarta.validation.constraints.NotNull;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on request bodies, chunked ones included.
 *
 * @param verifyBody most bytes of a body of {@code POST /v1/verify}, of attempts to report on, and of whole conversations
 * @param body most bytes of any other body
 */
@Validated
@ConfigurationProperties("svgym.limits")
record BodyLimits(
        @DefaultValue("16MB") @NotNull DataSize verifyBody,
        @DefaultValue("1MB") @NotNull DataSize body) {

    private static final Pattern MANY =
            Pattern.compile(
                    "/v1/verify|/v1/admin/environments/[^/]+/reports|(/envs/[^/]+)?/nemo-gym/(seed_session|verify|aggregate_metrics)");

    long of(String path) {
        return (MANY.matcher(path).matches() ? verifyBody : body).toBytes();
    }
}
