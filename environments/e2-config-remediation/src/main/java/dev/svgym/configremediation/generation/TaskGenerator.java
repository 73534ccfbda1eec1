package dev.svgym.configremediation.generation;

import dev.svgym.environment.generation.RandomStream;
import java.util.Optional;

/** Draws tasks of one kind of config. Safe for use by many threads; the same stream gives the same draft for ever. */
public interface TaskGenerator {

    /** Changes whenever some stream gives another draft. */
    String version();

    /** Label of the kind of config. */
    String kind();

    /**
     * One draw.
     *
     * @param shifted whether to draw for {@code ood}: other names, other workloads, and rules that occur nowhere else
     * @return empty where what came out is no task; draw again from another stream
     */
    Optional<Draft> draw(RandomStream random, boolean shifted);
}
