package dev.svgym.server.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on uploads of files to import.
 *
 * @param maxUpload most bytes of one upload
 * @param maxAtOnce most uploads at once
 * @param retryAfter when to try again where there are as many
 */
@Validated
@ConfigurationProperties("svgym.imports")
record ImportSettings(
        @DefaultValue("2GB") @NotNull DataSize maxUpload,
        @DefaultValue("1") @Positive int maxAtOnce,
        @DefaultValue("30s") @NotNull Duration retryAfter) {}
