package dev.svgym.configremediation.scanner;

import dev.svgym.environment.Engine;

/** An engine that finds violations. Safe for use by many threads. */
public interface Scanner extends AutoCloseable {

    /** Name of the engine. Constant; asks nobody. */
    String name();

    /** How the engine is now; asks it, so that a dead one is not reported as up. */
    Engine engine();

    /** Every violation of every rule of the subject's kind that this engine holds. */
    ScanResult scan(Subject subject);

    @Override
    void close();
}
