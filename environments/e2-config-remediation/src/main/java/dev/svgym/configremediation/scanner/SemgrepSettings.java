package dev.svgym.configremediation.scanner;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How Semgrep runs, and its bounds.
 *
 * @param core the native {@code semgrep-core}
 * @param scratch folder in which every batch gets one of its own; made where it is not there
 * @param workers batches at a time, at least 1
 * @param mostTargets files of one batch
 * @param window how long a batch that is not full waits for more; longer while another runs
 * @param queue scans that may wait; one more is refused at once
 * @param patience how long a scan may wait for its turn
 * @param deadline of one batch
 * @param ruleDeadline of one rule on one file
 * @param maxMemoryMebibytes of address space of one batch
 */
public record SemgrepSettings(
        Path core,
        Path scratch,
        int workers,
        int mostTargets,
        Duration window,
        int queue,
        Duration patience,
        Duration deadline,
        Duration ruleDeadline,
        int maxMemoryMebibytes) {

    public SemgrepSettings {
        if (workers < 1 || mostTargets < 1 || queue < 1 || maxMemoryMebibytes < 768) {
            throw new IllegalArgumentException(
                    "need at least 1 worker, 1 target, a queue of 1 and 768 MiB, got %s, %s, %s and %s"
                            .formatted(workers, mostTargets, queue, maxMemoryMebibytes));
        }
        if (window.isNegative()
                || !patience.isPositive()
                || !deadline.isPositive()
                || !ruleDeadline.isPositive()) {
            throw new IllegalArgumentException(
                    "need positive times, got %s, %s, %s and %s"
                            .formatted(window, patience, deadline, ruleDeadline));
        }
    }
}
