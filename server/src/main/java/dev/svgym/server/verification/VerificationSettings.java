package dev.svgym.server.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on batches.
 *
 * @param maxItems most items of one batch
 * @param maxBatches batches that are judged at the same time; one more is answered 429
 * @param window most threads that judge items of one batch at the same time
 * @param retryAfter what a caller is told to wait where there are too many batches
 */
@Validated
@ConfigurationProperties("svgym.verification")
record VerificationSettings(
        @DefaultValue("4096") @Positive int maxItems,
        @DefaultValue("16") @Positive int maxBatches,
        @DefaultValue("64") @Positive int window,
        @DefaultValue("2s") @NotNull Duration retryAfter) {}
