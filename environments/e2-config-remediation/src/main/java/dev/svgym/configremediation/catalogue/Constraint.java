package dev.svgym.configremediation.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a change at a fix path may be. A closed set: a catalogue that names another one stops the start. */
public sealed interface Constraint {

    /** The value goes away. */
    record Remove() implements Constraint {}

    /** The value becomes exactly this. */
    record Exact(JsonNode value) implements Constraint {}

    /** The value becomes one of these. */
    record OneOf(List<JsonNode> values) implements Constraint {}

    /** Nothing was there, and it becomes exactly this. */
    record Added(JsonNode value) implements Constraint {}

    /** Every element that the list then has, it had before, or is one of these. */
    record Subset(List<JsonNode> values) implements Constraint {}

    /** What goes from the list is one of these; it may go as a whole where nothing is left. */
    record Without(List<JsonNode> values) implements Constraint {}

    /** What goes from the list is none of these; it may go as a whole where nothing is left. */
    record WithoutAllBut(List<JsonNode> values) implements Constraint {}

    /** What comes into the list is one of these. What may go is for other constraints to say. */
    record Gaining(List<JsonNode> values) implements Constraint {}

    /** The value becomes what the sibling under this key was. */
    record SameAs(String key) implements Constraint {}

    /** The value goes away, and the sibling under this key then has it. */
    record MovedTo(String key) implements Constraint {}

    /** The value goes away, and the sibling under this key, which is not empty, stands in for it. */
    record ReplacedBy(String key) implements Constraint {}

    /** An image of the same registry and repository, under a digest or a tag that names a release. */
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

    /** Nothing was mounted there, and now secrets are: as files in their own folder, or for a variable that was there. */
    record SecretMounts() implements Constraint {}

    /** A mode of files by which others may no longer write, and nobody may do more than by the one before. */
    record NarrowerMode() implements Constraint {}

    /** A text of letters, digits and {@code . _ - /}, such as a prefix of keys. */
    record Name() implements Constraint {}

    /** A reference to an object of this type. */
    record Reference(String type) implements Constraint {}

    /** A line of letters, digits and common marks, such as a description. */
    record Remark() implements Constraint {}

    /** A secret that comes from elsewhere, in the place of one that stood there. */
    record Supplied() implements Constraint {}

    /** The text as it was, but for secrets in it that come from elsewhere now. */
    record SuppliedWithin() implements Constraint {}

    /** A name as Kubernetes gives objects and their keys: letters, digits, hyphens, underscores and dots. */
    record ResourceName() implements Constraint {}

    /**
     * The words of a command without some phrases, and with some words in place of others, where the rest stays as it was.
     * Phrases and words may have one asterisk, for any text; in a word in place of another it is the same text.
     *
     * @param without phrases, words with a blank between them
     * @param replaced by word, what may take its place
     * @param modes whether a mode of files may become a narrower one
     */
    record Words(List<String> without, SortedMap<String, List<String>> replaced, boolean modes)
            implements Constraint {

        public Words {
            without = List.copyOf(without);
            replaced = Collections.unmodifiableSortedMap(new TreeMap<>(replaced));
        }
    }

    /** The name or number of a user who is not root, with a group or without, where root was before or nobody. */
    record NonRootUser() implements Constraint {}

    /** A numeric user id of at least 1. */
    record NonRootUid() implements Constraint {}

    /**
     * Rights that the rules of a role no longer grant, however the rules are written; all others stay, and none comes.
     *
     * @param groups of the API; empty: any
     * @param resources empty: any
     * @param verbs empty: any
     */
    record GrantsWithout(List<String> groups, List<String> resources, List<String> verbs)
            implements Constraint {

        public GrantsWithout {
            groups = List.copyOf(groups);
            resources = List.copyOf(resources);
            verbs = List.copyOf(verbs);
        }
    }

    /**
     * Wildcards in the rules of a role give way to names, which have to hold at least these.
     *
     * @param verbs for a wildcard of verbs; empty: such a wildcard stays
     * @param resources by group of the API, for a wildcard of resources, and of groups where the resource is named
     */
    record GrantsNamed(List<String> verbs, SortedMap<String, List<String>> resources)
            implements Constraint {

        public GrantsNamed {
            verbs = List.copyOf(verbs);
            resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        }
    }
}
