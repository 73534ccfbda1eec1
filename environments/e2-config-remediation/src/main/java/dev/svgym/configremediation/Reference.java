package dev.svgym.configremediation;

import dev.svgym.configremediation.generation.Draft;
import java.util.SortedMap;

/**
 * The repair that made a generated task; hidden.
 *
 * @param files path to text after the repair
 * @param changedNodes leaves that it changes
 * @param traits what is in the task
 * @param generator with its version
 * @param seed of the stream that the task was drawn from
 */
record Reference(
        SortedMap<String, String> files,
        int changedNodes,
        Draft.Traits traits,
        String generator,
        String seed) {}
