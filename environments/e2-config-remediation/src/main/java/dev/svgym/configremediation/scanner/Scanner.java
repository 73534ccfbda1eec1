package dev.svgym.configremediation.scanner;

import dev.svgym.environment.Engine;
import tools.jackson.databind.JsonNode;

/** An engine that finds violations. Safe for use by many threads. */
public interface Scanner extends AutoCloseable {

    /** Name of the engine. Constant; asks nobody. */
    String name();

    /** How the engine is now; asks it, so that a dead one is not reported as up. */
    Engine engine();

    /**
     * Every violation of every rule of a kind.
     *
     * @param kind such as {@code kubernetes}
     * @param input the normalised objects of the config
     */
    ScanResult scan(String kind, JsonNode input);

    @Override
    void close();
}
