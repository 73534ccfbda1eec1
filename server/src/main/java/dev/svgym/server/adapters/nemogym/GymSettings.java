package dev.svgym.server.adapters.nemogym;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * NeMo Gym.
 *
 * @param port where it is served alone, on the same address as all else; 0 for no such port
 * @param sessionAge after this long without a request a session's cookie is refused
 */
@Validated
@ConfigurationProperties("svgym.nemo-gym")
record GymSettings(
        @DefaultValue("0") @PositiveOrZero @Max(65_535) int port,
        @DefaultValue("2h") @NotNull Duration sessionAge) {}
