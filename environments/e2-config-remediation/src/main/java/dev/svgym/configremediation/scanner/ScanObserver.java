package dev.svgym.configremediation.scanner;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Is told what scans come to, so that it can be counted. Safe for use by many threads. */
public interface ScanObserver {

    /** Counts nothing. */
    ScanObserver NONE = new ScanObserver() {};

    /** A scan that an engine was asked for, the answers of the cache left out. */
    default void scanned(String engine, ScanResult result, Duration took) {}

    /** A scan that was asked for: whether its result was known, or is being found already. */
    default void asked(String engine, boolean known) {}

    /** A run of an engine over so many files. */
    default void batch(String engine, int files, Duration took) {}

    /** A run of an engine that told nothing. */
    default void lost(String engine) {}

    /** A scan that is tried again by itself. */
    default void retried(String engine) {}

    /** How many scans wait for an engine. Told once. */
    default void queue(String engine, IntSupplier length) {}
}
