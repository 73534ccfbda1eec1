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

    /** A CIDR block that lies within the one before, and is smaller. */
    record NarrowerCidr() implements Constraint {}

    /** A name as Kubernetes gives objects and their keys: letters, digits, hyphens, underscores and dots. */
    record ResourceName() implements Constraint {}

    /** A numeric user id of at least 1. */
    record NonRootUid() implements Constraint {}
}
