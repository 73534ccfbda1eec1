package dev.svgym.configremediation.catalogue;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a change at a fix path may be. A closed set: a catalogue that names another one stops the start. */
public sealed interface Constraint {

    /** The value goes away. */
    record Remove() implements Constraint {}

    /** The value becomes exactly this. */
    record Exact(JsonNode value) implements Constraint {}

    /** The value becomes one of these. */
    record OneOf(List<JsonNode> values) implements Constraint {}

    /** Every element that the list then has, it had before, or is one of these. */
    record Subset(List<JsonNode> values) implements Constraint {}

    /** An image of the same registry and repository, under an explicit tag other than latest, or a digest. */
    record SameRepository() implements Constraint {}

    /** A Kubernetes quantity within these, ends included. */
    record QuantityBetween(String min, String max) implements Constraint {}

    /**
     * A CIDR block that lies within the one before, and is smaller; or a list of blocks that each lie within one before.
     * Sources that the intent names and that had access keep it.
     */
    record NarrowerCidr() implements Constraint {}

    /** A string, or a list of them, each matched by a pattern with asterisks that was there and is not there any more. */
    record NarrowerPattern() implements Constraint {}

    /** A text of letters, digits and {@code . _ - /}, such as a prefix of keys. */
    record Name() implements Constraint {}

    /** A reference to an object of this type. */
    record Reference(String type) implements Constraint {}

    /** A numeric user id of at least 1. */
    record NonRootUid() implements Constraint {}
}
