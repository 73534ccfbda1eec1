package dev.svgym.server.rollouts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on rollouts.
 *
 * @param idleTimeout after this long without an action or a heartbeat an open rollout is truncated as idle
 * @param reapEvery how often idle rollouts are looked for
 * @param maxOpen most open rollouts; one more is answered 429
 * @param maxTotal most rollouts that are kept, open and ended
 * @param maxMemory most memory of the rollouts that are kept, by estimate; 0 for a quarter of the heap
 * @param retention how long an ended rollout is kept
 * @param keepAtLeast how long an ended rollout is kept even where the store is full
 * @param retryAfter what a caller is told to wait where the store is full
 */
@Validated
@ConfigurationProperties("svgym.rollouts")
record RolloutSettings(
        @DefaultValue("30m") @NotNull Duration idleTimeout,
        @DefaultValue("10s") @NotNull Duration reapEvery,
        @DefaultValue("20000") @Positive int maxOpen,
        @DefaultValue("50000") @Positive int maxTotal,
        @DefaultValue("0") @NotNull DataSize maxMemory,
        @DefaultValue("1h") @NotNull Duration retention,
        @DefaultValue("10s") @NotNull Duration keepAtLeast,
        @DefaultValue("5s") @NotNull Duration retryAfter) {

    /** Most memory of the rollouts that are kept, in bytes. */
    long mostBytes() {
        return maxMemory.toBytes() > 0 ? maxMemory.toBytes() : Runtime.getRuntime().maxMemory() / 4;
    }
}
