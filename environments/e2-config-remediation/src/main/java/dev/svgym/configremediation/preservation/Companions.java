package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Companion;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.scanner.Violation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Objects that a repair added where the rules that were violated allow it.
 *
 * @param byId what each may be, by its id
 * @param there what objects may come by that were there, since a repair takes secrets from them, by their ids
 */
public record Companions(Map<String, List<Companion>> byId, Map<String, List<Companion>> there) {

    public Companions {
        byId = Map.copyOf(byId);
        there = Map.copyOf(there);
    }

    /**
     * Finds them: of a type that a violated rule allows, bound to the object that violates it, one of a type for each;
     * and those that a secret comes from which such an object held.
     *
     * @param violations what was found before, under the rules in force
     */
    public static Companions of(
            Config before, Config after, List<Violation> violations, Catalogue catalogue) {
        Map<String, ConfigObject> original = new HashMap<>();
        before.objects().forEach(object -> original.put(object.id(), object));
        Map<String, List<Companion>> companions = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (ConfigObject added : after.objects()) {
            if (original.containsKey(added.id())) {
                continue;
            }
            for (Violation violation : violations) {
                List<Companion> allowed =
                        catalogue.rule(violation.rule()).companions().stream()
                                .filter(companion -> companion.type().equals(added.type()))
                                .filter(companion ->
                                        isBound(
                                                added,
                                                companion.bind(),
                                                Optional.ofNullable(
                                                        original.get(violation.resource()))))
                                .toList();
                String place = added.type() + ' ' + violation.resource();
                if (!allowed.isEmpty()
                        && (companions.containsKey(added.id()) || taken.add(place))) {
                    companions.merge(
                            added.id(),
                            allowed,
                            (some, more) ->
                                    Stream.concat(some.stream(), more.stream())
                                            .distinct()
                                            .toList());
                }
            }
        }
        Map<String, List<Companion>> there = new HashMap<>();
        supply(after, violations, catalogue)
                .forEach((id, supplier) -> {
                    if (original.containsKey(id)) {
                        there.put(id, List.of(supplier.change()));
                    } else {
                        companions.put(id, List.of(supplier.companion()));
                    }
                });
        return new Companions(companions, there);
    }

    /** Where secrets come from that objects take which held some, and what leads there. */
    private static Map<String, Supplier> supply(
            Config after, List<Violation> violations, Catalogue catalogue) {
        Set<String> broken = new HashSet<>();
        for (Violation violation : violations) {
            if (catalogue.rule(violation.rule()).isSupplied()) {
                broken.add(violation.resource());
            }
        }
        Map<String, Supplier> supply = new HashMap<>();
        if (broken.isEmpty()) {
            return supply;
        }
        Map<String, ConfigObject> objects = new HashMap<>();
        after.objects().forEach(object -> objects.put(object.id(), object));
        Deque<String> open = new ArrayDeque<>(broken);
        while (!open.isEmpty()) {
            Optional.ofNullable(objects.get(open.remove())).stream()
                    .flatMap(object -> Supply.mentioned(object.tree()))
                    .filter(objects::containsKey)
                    .forEach(id ->
                            Supplier.ofId(id)
                                    .filter(supplier -> supply.putIfAbsent(id, supplier) == null)
                                    .ifPresent(_ -> open.add(id)));
        }
        return supply;
    }

    private static boolean isBound(
            ConfigObject added, String attribute, Optional<ConfigObject> to) {
        if (to.isEmpty()) {
            return false;
        }
        ConfigObject broken = to.get();
        // One that is wrong is repaired, not doubled.
        if (broken.type().equals(added.type())) {
            return false;
        }
        List<String> path = List.of(attribute);
        var said = added.tree().path(attribute);
        if (broken.id().equals(added.references().get(path))) {
            return References.countsAs(broken.tree(), said);
        }
        return said.isString()
                && said.equals(broken.tree().path(attribute))
                && root(added).equals(root(broken));
    }

    /** The directory whose config holds an object; what is in another one is no part of that. */
    private static String root(ConfigObject object) {
        return object.id().substring(0, object.id().lastIndexOf('/') + 1);
    }

    /** What an object may be; empty where it is none of them. */
    List<Companion> of(ConfigObject object) {
        return byId.getOrDefault(object.id(), List.of());
    }

    /** What an object may come by that was there; empty where a repair takes no secret from it. */
    List<Companion> gains(ConfigObject object) {
        return there.getOrDefault(object.id(), List.of());
    }

    /** Whether an object is one of them. */
    public boolean hold(ConfigObject object) {
        return byId.containsKey(object.id());
    }
}
