package dev.svgym.server.problems;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on request bodies, chunked ones included.
 *
 * @param verifyBody most bytes of a body of {@code POST /v1/verify}
 * @param body most bytes of any other body
 */
@Validated
@ConfigurationProperties("svgym.limits")
record BodyLimits(
        @DefaultValue("16MB") @NotNull DataSize verifyBody,
        @DefaultValue("1MB") @NotNull DataSize body) {

    long of(String path) {
        return (path.equals("/v1/verify") ? verifyBody : body).toBytes();
    }
}
