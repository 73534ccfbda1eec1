package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Draws which rules judge a task, before anything is known of its faults. */
final class RulesInForce {

    private static final int FEWEST = 8;

    private final List<Rule> usual;
    private final List<Rule> all;

    RulesInForce(Catalogue catalogue, String kind) {
        this.all =
                catalogue.rules().stream()
                        .filter(rule -> rule.kind().equals(kind) && rule.judges())
                        .filter(rule -> Injections.RULES.contains(rule.id()))
                        .toList();
        this.usual =
                all.stream().filter(rule -> !Injections.ONLY_SHIFTED.contains(rule.id())).toList();
    }

    /** Ids: all of them, those of a set, or some. */
    Set<String> draw(RandomStream random, boolean shifted) {
        List<Rule> rules = shifted ? all : usual;
        int kind = random.below(100);
        if (kind < 45) {
            return ids(rules);
        }
        if (kind < 57) {
            return of(rules, "pss-restricted");
        }
        if (kind < 65) {
            return of(rules, "pss-baseline");
        }
        if (kind < 72) {
            return of(rules, "k8s-workload");
        }
        int share = 45 + random.below(50);
        Set<String> some = new TreeSet<>();
        for (Rule rule : rules) {
            if (random.percent(share)) {
                some.add(rule.id());
            }
        }
        return some.size() >= FEWEST ? some : ids(rules);
    }

    private static Set<String> of(List<Rule> rules, String set) {
        Set<String> some = ids(rules.stream().filter(rule -> rule.sets().contains(set)).toList());
        return some.size() >= FEWEST ? some : ids(rules);
    }

    /** About half of them, in order. */
    static List<String> half(Set<String> rules, RandomStream random) {
        List<String> some = new ArrayList<>();
        for (String rule : rules) {
            if (random.percent(50)) {
                some.add(rule);
            }
        }
        return some.isEmpty() ? List.copyOf(rules) : some;
    }

    private static Set<String> ids(List<Rule> rules) {
        Set<String> ids = new TreeSet<>();
        rules.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
