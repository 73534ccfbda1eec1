package dev.svgym.server.adapters;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on sessions of foreign protocols.
 *
 * @param maxSessions most sessions of all protocols at the same time; one more is refused at once
 * @param idleTimeout after this long without a message a session with an open WebSocket is closed
 * @param detachedTimeout after this long without a request a session without a WebSocket is closed
 * @param reapEvery how often idle sessions are looked for
 * @param pingInterval how often a WebSocket is pinged; one that has not answered by the next ping is closed
 * @param maxMessage most bytes of one WebSocket message
 * @param endlessSplitSize how many tasks of a split without an end are listed and counted
 * @param secret what tokens and cookies that name a rollout are sealed with; empty for one of this start alone
 */
@Validated
@ConfigurationProperties("svgym.adapters")
public record AdapterSettings(
        @DefaultValue("1024") @Positive int maxSessions,
        @DefaultValue("2h") @NotNull Duration idleTimeout,
        @DefaultValue("15m") @NotNull Duration detachedTimeout,
        @DefaultValue("10s") @NotNull Duration reapEvery,
        @DefaultValue("20s") @NotNull Duration pingInterval,
        @DefaultValue("100MB") @NotNull DataSize maxMessage,
        @DefaultValue("10000") @Positive int endlessSplitSize,
        @DefaultValue("") @NotNull @Pattern(regexp = "|.{32,}") String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "AdapterSettings[maxSessions=%d]".formatted(maxSessions);
    }
}
