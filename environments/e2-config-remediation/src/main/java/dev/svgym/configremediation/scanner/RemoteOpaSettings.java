package dev.svgym.configremediation.scanner;

import java.time.Duration;

/**
 * Bounds on the use of an OPA server.
 *
 * @param connections scans at a time, at least 1
 * @param queue scans that may wait; one more is refused at once
 * @param deadline of one evaluation, and of waiting for a connection
 * @param attempts of one evaluation where the connection fails, at least 1
 * @param backoff before the second attempt; doubled before each further one
 */
public record RemoteOpaSettings(
        int connections, int queue, Duration deadline, int attempts, Duration backoff) {

    public RemoteOpaSettings {
        if (connections < 1
                || queue < 0
                || !deadline.isPositive()
                || attempts < 1
                || attempts > 10
                || backoff.isNegative()) {
            throw new IllegalArgumentException(
                    "need connections >= 1, queue >= 0, a positive deadline, attempts in 1..10 and no negative backoff, got %s, %s, %s, %s and %s"
                            .formatted(connections, queue, deadline, attempts, backoff));
        }
    }
}
