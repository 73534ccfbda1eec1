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
 * @param verifyBody most bytes of a body of {@code POST /v1/verify}, and of attempts to report on
 * @param body most bytes of any other body
 */
@Validated
@ConfigurationProperties("svgym.limits")
record BodyLimits(
        @DefaultValue("16MB") @NotNull DataSize verifyBody,
        @DefaultValue("1MB") @NotNull DataSize body) {

    private static final Pattern REPORTS = Pattern.compile("/v1/admin/environments/[^/]+/reports");

    long of(String path) {
        boolean many = path.equals("/v1/verify") || REPORTS.matcher(path).matches();
        return (many ? verifyBody : body).toBytes();
    }
}
