package dev.svgym.server.rollouts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on idempotency keys.
 *
 * @param keep how long a key is remembered
 * @param maxKeys most keys that are remembered; the oldest are forgotten first
 */
@Validated
@ConfigurationProperties("svgym.idempotency")
record IdempotencySettings(
        @DefaultValue("1h") @NotNull Duration keep, @DefaultValue("10000") @Positive int maxKeys) {}
