package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Companion;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.scanner.Violation;
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
 */
public record Companions(Map<String, List<Companion>> byId) {

    public Companions {
        byId = Map.copyOf(byId);
    }

    /**
     * Finds them: of a type that a violated rule allows, bound to the object that violates it, one of a type for each.
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
        return new Companions(companions);
    }

    private static boolean isBound(
            ConfigObject added, String attribute, Optional<ConfigObject> to) {
        if (to.isEmpty()) {
            return false;
        }
        ConfigObject broken = to.get();
        List<String> path = List.of(attribute);
        var said = added.tree().path(attribute);
        if (broken.id().equals(added.references().get(path))) {
            return References.countsAs(broken.tree(), said);
        }
        return said.isString() && said.equals(broken.tree().path(attribute));
    }

    /** What an object may be; empty where it is none of them. */
    List<Companion> of(ConfigObject object) {
        return byId.getOrDefault(object.id(), List.of());
    }

    /** Whether an object is one of them. */
    public boolean hold(ConfigObject object) {
        return byId.containsKey(object.id());
    }
}
