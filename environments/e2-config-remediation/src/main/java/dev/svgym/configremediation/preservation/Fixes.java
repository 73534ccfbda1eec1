package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Constraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** What the violated rules let one object become. For one thread. */
final class Fixes {

    private final JsonNode before;
    private final JsonNode after;
    private final List<AllowedPath> paths;
    private final ConstraintCheck check;

    /** By path, whether rules of a role that stand there still grant what they must. */
    private final Map<List<String>, Boolean> grants = new HashMap<>();

    Fixes(
            JsonNode before,
            JsonNode after,
            List<AllowedPath> paths,
            Intent intent,
            References references) {
        this.before = before;
        this.after = after;
        this.paths = List.copyOf(paths);
        this.check = new ConstraintCheck(intent, before, after, references);
    }

    /** Leaves of a change that a path allows as a whole, or of which paths allow each leaf; absent where none does. */
    OptionalInt nodes(Change change) {
        JsonNode root = change.before().isPresent() ? before : after;
        if (goesWithItsElement(change, root)) {
            return OptionalInt.of(0);
        }
        List<Constraint> constraints =
                paths.stream()
                        .filter(path -> !path.refersToItsElement() && path.is(change.path(), root))
                        .flatMap(path -> path.allow().stream())
                        .toList();
        return check.allow(constraints, change) || keepsGrants(change.path())
                ? OptionalInt.of(change.nodes())
                : nodesOfParts(change, root);
    }

    private boolean goesWithItsElement(Change change, JsonNode root) {
        return paths.stream()
                .filter(path -> path.refersToItsElement() && path.is(change.path(), root))
                .filter(path -> !path.refersToWhatStays(after))
                .anyMatch(path -> check.allow(path.allow(), change));
    }

    /** Whether the change lies within rules of a role that are judged by what they grant. */
    private boolean keepsGrants(List<String> path) {
        for (int end = 0; end <= path.size(); end++) {
            List<String> prefix = path.subList(0, end);
            List<Constraint> constraints =
                    paths.stream()
                            .filter(allowed -> allowed.is(prefix, before))
                            .flatMap(allowed -> allowed.allow().stream())
                            .filter(Fixes::isOfGrants)
                            .toList();
            if (!constraints.isEmpty()) {
                return grants.computeIfAbsent(
                        List.copyOf(prefix), whole -> check.allowGrants(constraints, whole));
            }
        }
        return false;
    }

    private static boolean isOfGrants(Constraint constraint) {
        return constraint instanceof Constraint.GrantsWithout
                || constraint instanceof Constraint.GrantsNamed;
    }

    private OptionalInt nodesOfParts(Change change, JsonNode root) {
        JsonNode subtree = change.before().or(change::after).orElseThrow();
        boolean isOneSided = change.before().isEmpty() || change.after().isEmpty();
        List<AllowedPath> below =
                paths.stream().filter(path -> path.goesBelow(change.path(), root)).toList();
        // An empty mapping is a leaf of its own, such as an instruction that says no more than its
        // key.
        boolean isMeant =
                !subtree.isEmpty()
                        || below.stream().anyMatch(path -> path.names(change.path().size() - 1));
        if (!isOneSided || !subtree.isObject() || below.isEmpty() || !isMeant) {
            return OptionalInt.empty();
        }
        int nodes = subtree.isEmpty() ? 1 : 0;
        for (Map.Entry<String, JsonNode> entry : subtree.properties()) {
            var part = Optional.of(entry.getValue());
            OptionalInt allowed =
                    nodes(
                            new Change(
                                    TreeDiff.child(change.path(), entry.getKey()),
                                    change.before().isPresent() ? part : Optional.empty(),
                                    change.after().isPresent() ? part : Optional.empty()));
            if (allowed.isEmpty()) {
                return allowed;
            }
            nodes += allowed.getAsInt();
        }
        return OptionalInt.of(nodes);
    }
}
