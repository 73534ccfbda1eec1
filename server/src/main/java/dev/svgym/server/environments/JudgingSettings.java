package dev.svgym.server.environments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on the work of verifiers.
 *
 * @param threads platform threads that pose and judge; 0 for 128 a processor, since most wait for an engine that takes
 *     many at a time
 * @param queue steps that may wait for a thread; one more is answered 429
 * @param patience how long a step may wait for a thread before it is answered 429
 * @param deadline how long a step may run before it is interrupted and counts as an engine's fault
 * @param retryAfter what a caller is told to wait where the queue is full
 */
@Validated
@ConfigurationProperties("svgym.judging")
record JudgingSettings(
        @DefaultValue("0") @PositiveOrZero int threads,
        @DefaultValue("512") @Positive int queue,
        @DefaultValue("20s") @NotNull Duration patience,
        @DefaultValue("60s") @NotNull Duration deadline,
        @DefaultValue("1s") @NotNull Duration retryAfter) {

    private static final int A_PROCESSOR = 128;

    int threadsOr(int processors) {
        return threads > 0 ? threads : A_PROCESSOR * processors;
    }
}
