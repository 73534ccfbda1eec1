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
     * @param engine that failed
     * @param cause whose doing it is
     * @param detail what went wrong, for operators
     * @param retryAfter when to try again
     */
    record Failed(String engine, Cause cause, String detail, Duration retryAfter)
            implements ScanResult {

        /** A scan that was given up before its end. */
        static Failed interrupted(String engine) {
            return new Failed(
                    engine, Cause.ENGINE, "the scan was interrupted", Duration.ofSeconds(1));
        }

        /** Whose doing a failed scan is. */
        public enum Cause {
            /** The engine is missing or broken. */
            ENGINE,
            /** The engine has more to do than it may have. */
            OVERLOAD,
            /** This config takes a working engine beyond its deadline or limits, twice, while a good one passes. */
            CONFIG
        }
    }
}
