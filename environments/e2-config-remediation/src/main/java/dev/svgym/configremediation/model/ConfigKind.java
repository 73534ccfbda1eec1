package dev.svgym.configremediation.model;

import java.util.List;
import java.util.SortedMap;

/** A kind of configuration: how its text becomes objects. Safe for use by many threads. */
public interface ConfigKind {

    /** The name on the wire, such as {@code kubernetes}. */
    String label();

    /** Whether a path is one that this kind's tools would read, such as one that ends in {@code .yaml}. */
    boolean reads(String path);

    /** The sets of rules that are in force where a task names none. */
    List<String> defaultRules();

    /** How an agent names an object, such as {@code Kind/namespace/name}. */
    String objectForm();

    /**
     * Parses hostile text in bounded time, memory and stack.
     *
     * @param files path to text
     */
    Parsed parse(SortedMap<String, String> files);

    /**
     * The texts that engines which read text are given in the place of sound files: the same values in the same objects,
     * in one form, so that no way of writing a value hides it.
     *
     * @param files that {@link #parse} read
     */
    default SortedMap<String, String> texts(SortedMap<String, String> files) {
        return files;
    }

    /**
     * Finds the way back from text to objects, for engines that read text.
     *
     * @param config what these files were read as
     */
    default Places places(SortedMap<String, String> files, Config config) {
        throw new UnsupportedOperationException("no engine reads the text of " + label());
    }
}
