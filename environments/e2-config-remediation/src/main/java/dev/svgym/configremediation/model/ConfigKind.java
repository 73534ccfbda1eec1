package dev.svgym.configremediation.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A kind of configuration: how its text becomes objects. Safe for use by many threads. */
public interface ConfigKind {

    /** The name on the wire, such as {@code kubernetes}. */
    String label();

    /** Whether a path is one that this kind's tools would read, such as one that ends in {@code .yaml}. */
    boolean reads(String path);

    /** The sets of rules that are in force where a task names none. */
    List<String> defaultRules();

    /** What an owner can ask for besides the rules. */
    default Set<Need> needs() {
        return Set.of();
    }

    /** How an agent names an object, such as {@code Kind/namespace/name}. */
    String objectForm();

    /**
     * Parses hostile text in bounded time, memory and stack.
     *
     * @param files path to text
     */
    Parsed parse(SortedMap<String, String> files);

    /** The language in which engines that read text take this kind's; absent: none reads it. */
    default Optional<String> language() {
        return Optional.empty();
    }

    /**
     * The texts that such engines are given in the place of sound files: the same values in the same objects, in one form, so
     * that no way of writing a value hides it.
     *
     * @param config what these files were read as
     */
    default SortedMap<String, String> texts(SortedMap<String, String> files, Config config) {
        return files;
    }

    /**
     * Finds the way back from those texts to objects.
     *
     * @param config what these files were read as
     */
    default Places places(SortedMap<String, String> files, Config config) {
        throw new UnsupportedOperationException("no engine reads the text of " + label());
    }
}
