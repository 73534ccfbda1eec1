package dev.svgym.configremediation.catalogue;

import dev.svgym.environment.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every rule, found by id, by alias and by set. Immutable. */
public final class Catalogue {

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final String digest;

    /**
     * @param digest of the compiled rules that belong to it
     */
    public Catalogue(List<Rule> rules, String digest) {
        for (Rule rule : rules) {
            if (this.rules.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("two rules have the id " + rule.id());
            }
        }
        this.digest = Digest.of(digest, rules.toString());
    }

    /** In the order of the catalogue. */
    public Collection<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The rule of an id that is there. */
    public Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule has the id " + id);
        }
        return rule;
    }

    /** The rules that a name may mean: the one of that id, or those with that alias. */
    public List<Rule> named(String idOrAlias) {
        Rule rule = rules.get(idOrAlias);
        if (rule != null) {
            return List.of(rule);
        }
        return rules.values().stream().filter(r -> r.aliases().contains(idOrAlias)).toList();
    }

    /** The rules of a kind that a name puts in force: an id, or a set; absent where it stands for no rule that judges. */
    public Optional<List<Rule>> ofKind(String kind, String idOrSet) {
        List<Rule> found = new ArrayList<>();
        for (Rule rule : rules.values()) {
            if (rule.judges()
                    && rule.kind().equals(kind)
                    && (rule.id().equals(idOrSet) || rule.sets().contains(idOrSet))) {
                found.add(rule);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Names of the sets and ids that {@link #ofKind} knows. */
    public List<String> names(String kind) {
        var sets = new TreeSet<String>();
        var ids = new TreeSet<String>();
        for (Rule rule : rules.values()) {
            if (rule.judges() && rule.kind().equals(kind)) {
                sets.addAll(rule.sets());
                ids.add(rule.id());
            }
        }
        var names = new ArrayList<>(sets);
        names.addAll(ids);
        return names;
    }

    /** SHA-256 of the compiled rules and of what is said about them. */
    public String digest() {
        return digest;
    }
}
