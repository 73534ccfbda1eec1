package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Constraint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the rules of a role grant, as a set of single rights: two roles that grant the same are the same, however their
 * rules are split, joined and ordered.
 *
 * @param incomplete rules that no API server takes, as they lack verbs or what those are for
 */
record Grants(Set<Right> rights, Set<JsonNode> incomplete) {

    private static final int MOST_RIGHTS = 20_000;
    private static final String ANY = "*";
    private static final List<String> EVERY_NAME = List.of("");

    /** In the place of a group where the resource is a path of the API server. */
    private static final String PATHS = "\0paths";

    Grants {
        rights = Set.copyOf(rights);
        incomplete = Set.copyOf(incomplete);
    }

    /**
     * To do one thing with one resource.
     *
     * @param name of the object; empty for each
     */
    record Right(String group, String resource, String verb, String name) {}

    /** Absent where the list is none of rules, or grants more than can be compared in reasonable time. */
    static Optional<Grants> of(JsonNode rules) {
        Set<Right> rights = new HashSet<>();
        Set<JsonNode> incomplete = new HashSet<>();
        for (JsonNode rule : rules) {
            List<String> verbs = texts(rule, "verbs");
            List<String> groups = texts(rule, "apiGroups");
            List<String> resources = texts(rule, "resources");
            List<String> paths = texts(rule, "nonResourceURLs");
            List<String> names = texts(rule, "resourceNames");
            boolean ofResources = !groups.isEmpty() && !resources.isEmpty();
            if (verbs.isEmpty() || ofResources == !paths.isEmpty()) {
                incomplete.add(rule);
            }
            long size =
                    (long) verbs.size()
                            * (paths.size()
                                    + (long) groups.size()
                                            * resources.size()
                                            * Math.max(1, names.size()));
            if (rights.size() + size > MOST_RIGHTS) {
                return Optional.empty();
            }
            add(rights, List.of(PATHS), paths, verbs, EVERY_NAME);
            add(rights, groups, resources, verbs, names.isEmpty() ? EVERY_NAME : names);
        }
        return Optional.of(new Grants(rights, incomplete));
    }

    private static List<String> texts(JsonNode rule, String field) {
        return rule.path(field).values().stream().map(JsonNode::asString).toList();
    }

    private static void add(
            Set<Right> rights,
            List<String> groups,
            List<String> resources,
            List<String> verbs,
            List<String> names) {
        for (String group : groups) {
            for (String resource : resources) {
                for (String verb : verbs) {
                    names.forEach(name -> rights.add(new Right(group, resource, verb, name)));
                }
            }
        }
    }

    /** Whether these grant what others did, save what the constraints let go, and nothing else. */
    boolean repair(Grants before, List<Constraint> constraints) {
        return before.incomplete.containsAll(incomplete)
                && rights.stream().allMatch(before::covers)
                && before.rights.stream().allMatch(right -> keeps(right, constraints));
    }

    private boolean keeps(Right right, List<Constraint> constraints) {
        return covers(right)
                || constraints.stream()
                        .anyMatch(one -> drops(one, right) || isNamed(one, right, constraints));
    }

    /** Whether names that a constraint wants in the place of one wildcard are all kept. */
    private boolean isNamed(Constraint constraint, Right right, List<Constraint> constraints) {
        return constraint instanceof Constraint.GrantsNamed(var verbs, var resources)
                && !right.group.equals(PATHS)
                && Stream.of(
                                groups(right, resources),
                                resources(right, resources),
                                verbs(right, verbs))
                        .anyMatch(names ->
                                !names.isEmpty()
                                        && names.stream().allMatch(one -> keeps(one, constraints)));
    }

    private boolean covers(Right right) {
        for (String group : right.group.equals(PATHS) ? List.of(PATHS) : orAny(right.group)) {
            for (String resource : resources(right.resource)) {
                for (String verb : orAny(right.verb)) {
                    if (rights.contains(new Right(group, resource, verb, right.name))
                            || rights.contains(new Right(group, resource, verb, ""))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<String> orAny(String name) {
        return List.of(name, ANY);
    }

    /**
     * A resource, what stands for it, and for a subresource what stands for that of every resource. A subresource of
     * every resource is a wildcard of its own, which no other one may turn into.
     */
    private static List<String> resources(String resource) {
        int slash = resource.indexOf('/');
        if (resource.startsWith(ANY + "/")) {
            return List.of(resource);
        }
        return slash > 0
                ? List.of(resource, ANY, ANY + resource.substring(slash))
                : orAny(resource);
    }

    /** A right to named objects alone is no fault and stays. */
    private static boolean drops(Constraint constraint, Right right) {
        return constraint instanceof Constraint.GrantsWithout(var groups, var resources, var verbs)
                && !right.group.equals(PATHS)
                && right.name.isEmpty()
                && (groups.isEmpty() || groups.contains(right.group) || right.group.equals(ANY))
                && (resources.isEmpty() || resources.contains(right.resource))
                && (verbs.isEmpty() || verbs.contains(right.verb));
    }

    private static List<Right> groups(Right right, Map<String, List<String>> resources) {
        return right.group.equals(ANY)
                ? resources.entrySet().stream()
                        .filter(group -> group.getValue().contains(right.resource))
                        .map(group ->
                                new Right(group.getKey(), right.resource, right.verb, right.name))
                        .toList()
                : List.of();
    }

    private static List<Right> resources(Right right, Map<String, List<String>> resources) {
        return right.resource.equals(ANY)
                ? resources.getOrDefault(right.group, List.of()).stream()
                        .map(resource -> new Right(right.group, resource, right.verb, right.name))
                        .toList()
                : List.of();
    }

    private static List<Right> verbs(Right right, List<String> verbs) {
        return right.verb.equals(ANY)
                ? verbs.stream()
                        .map(verb -> new Right(right.group, right.resource, verb, right.name))
                        .toList()
                : List.of();
    }
}
