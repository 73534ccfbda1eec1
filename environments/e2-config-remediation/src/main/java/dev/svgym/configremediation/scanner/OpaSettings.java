package dev.svgym.configremediation.scanner;

import java.time.Duration;

/**
 * Bounds on the embedded OPA.
 *
 * @param threads scans at a time, at least 1
 * @param queue scans that may wait; one more is refused at once
 * @param patience how long a scan may wait for its turn
 * @param deadline of one evaluation, waiting excluded
 * @param maxMemoryPages of 64 KiB, for one instance
 */
public record OpaSettings(
        int threads, int queue, Duration patience, Duration deadline, int maxMemoryPages) {

    public OpaSettings {
        if (threads < 1
                || queue < 0
                || !patience.isPositive()
                || !deadline.isPositive()
                || maxMemoryPages < 16) {
            throw new IllegalArgumentException(
                    "need threads >= 1, queue >= 0, positive times and at least 16 pages, got %s, %s, %s, %s and %s"
                            .formatted(threads, queue, patience, deadline, maxMemoryPages));
        }
    }
}
