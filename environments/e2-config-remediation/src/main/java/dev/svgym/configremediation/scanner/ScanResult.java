package dev.svgym.configremediation.scanner;

import java.time.Duration;
import java.util.List;

/** What a scan came to. */
public sealed interface ScanResult {

    /** The engine read everything; no violation means that there is none. */
    record Scanned(List<Violation> violations) implements ScanResult {

        public Scanned {
            violations = List.copyOf(violations);
        }
    }

    /**
     * The engine did not read everything: nothing is known about the config.
     *
     * @param cause whose doing it is
     * @param detail what went wrong, for operators
     * @param retryAfter when to try again
     */
    record Failed(Cause cause, String detail, Duration retryAfter) implements ScanResult {

        /** Whose doing a failed scan is. */
        public enum Cause {
            /** The engine is missing, overloaded or broken. */
            ENGINE,
            /** This config takes a working engine beyond its deadline or limits, twice, while a good one passes. */
            CONFIG
        }
    }
}
