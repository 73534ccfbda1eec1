package dev.svgym.configremediation.model;

/** What an owner of a config can ask for besides the rules. */
public enum Need {
    /** Which images may run. */
    IMAGES,
    /** How much of a resource something gets. */
    RESOURCES,
    /** Who keeps access. */
    SOURCES
}
