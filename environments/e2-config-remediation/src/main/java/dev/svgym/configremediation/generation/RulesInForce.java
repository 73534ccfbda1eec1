package dev.svgym.configremediation.generation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Draws which rules judge a task, before anything is known of its faults. */
public final class RulesInForce {

    private static final int ALL_PERCENT = 45;

    private final List<Rule> usual;
    private final List<Rule> all;
    private final List<Share> sets;
    private final int fewest;

    /**
     * How often the rules of a set are in force.
     *
     * @param below of a hundred draws, those up to this one, behind the sets before it
     */
    public record Share(int below, String set) {}

    /**
     * @param injectable ids of the rules that can be violated by what is put in
     * @param onlyShifted those of them that are for {@code ood} alone
     * @param sets in rising order, the first above 45, which is where all rules end
     * @param fewest rules; where there were less, all are in force
     */
    public RulesInForce(
            Catalogue catalogue,
            String kind,
            Set<String> injectable,
            Set<String> onlyShifted,
            List<Share> sets,
            int fewest) {
        this.all =
                catalogue.rules().stream()
                        .filter(rule -> rule.kind().equals(kind) && rule.judges())
                        .filter(rule -> injectable.contains(rule.id()))
                        .toList();
        this.usual = all.stream().filter(rule -> !onlyShifted.contains(rule.id())).toList();
        this.sets = List.copyOf(sets);
        this.fewest = fewest;
    }

    /** Ids: all of them, those of a set, or some. */
    public Set<String> draw(RandomStream random, boolean shifted) {
        List<Rule> rules = shifted ? all : usual;
        int kind = random.below(100);
        if (kind < ALL_PERCENT) {
            return ids(rules);
        }
        for (Share share : sets) {
            if (kind < share.below()) {
                return of(rules, share.set());
            }
        }
        int share = 45 + random.below(50);
        Set<String> some = new TreeSet<>();
        for (Rule rule : rules) {
            if (random.percent(share)) {
                some.add(rule.id());
            }
        }
        return some.size() >= fewest ? some : ids(rules);
    }

    private Set<String> of(List<Rule> rules, String set) {
        Set<String> some = ids(rules.stream().filter(rule -> rule.sets().contains(set)).toList());
        return some.size() >= fewest ? some : ids(rules);
    }

    private static Set<String> ids(List<Rule> rules) {
        Set<String> ids = new TreeSet<>();
        rules.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
