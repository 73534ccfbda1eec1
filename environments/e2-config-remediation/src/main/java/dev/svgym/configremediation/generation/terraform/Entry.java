package dev.svgym.configremediation.generation.terraform;

/** What stands in a block. */
sealed interface Entry permits Attribute, HclBlock {

    /** The name of an attribute, or the type of a block. */
    String name();
}
