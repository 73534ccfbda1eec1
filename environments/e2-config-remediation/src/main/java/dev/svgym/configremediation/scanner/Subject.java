package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is scanned: files as text, for engines that read text, and as they were read, for engines that read objects.
 *
 * @param files path to text; not empty
 * @param config the same files, read
 */
public record Subject(ConfigKind kind, SortedMap<String, String> files, Config config) {

    public Subject {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
