package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Companion;
import dev.svgym.configremediation.catalogue.FixPath;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.scanner.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a repair changed and what it should not have.
 *
 * @param changedNodes leaves that differ, over all objects; what had to go with an element it referred to is not counted
 * @param refused changes that no violated rule allows, each as one sentence; empty: nothing else was touched
 */
public record Preservation(int changedNodes, List<String> refused) {

    public Preservation {
        refused = List.copyOf(refused);
    }

    /**
     * Compares two configs with the same objects.
     *
     * @param companions objects that are there beside those
     * @param violations what was found before, under the rules in force: their fix paths alone may be changed
     */
    public static Preservation of(
            Config before,
            Config after,
            List<Violation> violations,
            Catalogue catalogue,
            Intent intent,
            Companions companions) {
        Map<String, ConfigObject> repaired = new HashMap<>();
        Map<String, JsonNode> trees = new HashMap<>();
        for (ConfigObject object : after.objects()) {
            repaired.put(object.id(), object);
            trees.put(object.id(), object.tree());
        }
        var references = new References(trees);
        int nodes = 0;
        List<String> refused = new ArrayList<>();
        for (ConfigObject object : before.objects()) {
            ConfigObject other = repaired.get(object.id());
            if (other == null) {
                throw new IllegalArgumentException(
                        "expected the same objects, %s is gone".formatted(object.id()));
            }
            var fixes =
                    new Fixes(
                            object.tree(),
                            other.tree(),
                            allowed(object, violations, catalogue, companions),
                            intent,
                            references);
            refused.addAll(reordered(object, other));
            for (Change change : TreeDiff.between(object.tree(), other.tree())) {
                OptionalInt allowed = fixes.nodes(change);
                nodes += allowed.orElse(change.nodes());
                if (allowed.isEmpty()) {
                    refused.add(sentence(object, change));
                }
            }
        }
        for (ConfigObject object : after.objects()) {
            var fixes =
                    new Fixes(
                            object.tree(),
                            object.tree(),
                            fields(object, companions),
                            intent,
                            references);
            for (Change change : added(object, companions)) {
                nodes += change.nodes();
                if (fixes.nodes(change).isEmpty()) {
                    refused.add(sentence(object, change));
                }
            }
        }
        return new Preservation(nodes, refused);
    }

    /** What stands in a companion, save what binds it. */
    private static List<Change> added(ConfigObject object, Companions companions) {
        if (!companions.hold(object)) {
            return List.of();
        }
        ObjectNode rest = object.tree().deepCopy();
        companions.of(object).forEach(companion -> rest.remove(companion.bind()));
        return TreeDiff.between(JsonNodeFactory.instance.objectNode(), rest);
    }

    private static List<AllowedPath> fields(ConfigObject object, Companions companions) {
        return fields(companions.of(object));
    }

    private static List<AllowedPath> fields(List<Companion> companions) {
        return companions.stream()
                .flatMap(companion -> companion.fields().stream())
                .map(AllowedPath::ofRoot)
                .toList();
    }

    private static List<AllowedPath> allowed(
            ConfigObject object,
            List<Violation> violations,
            Catalogue catalogue,
            Companions companions) {
        var allowed = new LinkedHashSet<AllowedPath>(fields(companions.gains(object)));
        for (Violation violation : violations) {
            if (violation.resource().equals(object.id())) {
                catalogue.rule(violation.rule()).fixes().stream()
                        .filter(fix -> isFor(object, fix, catalogue.rule(violation.rule())))
                        .forEach(fix -> allowed.add(AllowedPath.of(fix, violation)));
            }
        }
        return List.copyOf(allowed);
    }

    /** What only companions have is for them alone. */
    private static boolean isFor(ConfigObject object, FixPath fix, Rule rule) {
        List<Companion> having =
                rule.companions().stream()
                        .filter(companion ->
                                companion.fields().stream()
                                        .anyMatch(field -> field.path().equals(fix.path())))
                        .toList();
        return having.isEmpty()
                || having.stream().anyMatch(companion -> companion.type().equals(object.type()));
    }

    /** Lists whose elements changed places: init containers run in order, and variables refer to those before them. */
    private static List<String> reordered(ConfigObject before, ConfigObject after) {
        return before.order().entrySet().stream()
                .filter(list -> {
                    List<String> is = after.order().getOrDefault(list.getKey(), List.of());
                    return !common(list.getValue(), is).equals(common(is, list.getValue()));
                })
                .map(list ->
                        "%s changed the order of %s; no violated rule needs that"
                                .formatted(before.id(), String.join(".", list.getKey())))
                .sorted()
                .toList();
    }

    private static List<String> common(List<String> keys, List<String> others) {
        var known = Set.copyOf(others);
        return keys.stream().filter(known::contains).toList();
    }

    private static String sentence(ConfigObject object, Change change) {
        String verb =
                change.before().isEmpty()
                        ? "added"
                        : change.after().isEmpty() ? "removed" : "changed";
        return "%s %s at %s; no violated rule allows that"
                .formatted(object.id(), verb, String.join(".", change.path()));
    }
}
