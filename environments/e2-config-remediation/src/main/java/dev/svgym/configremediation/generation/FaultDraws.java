package dev.svgym.configremediation.generation;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Draws faults for a clean config.
 *
 * @param <W> a way to violate a rule
 * @param <I> a fault at its place
 * @param ways those of a rule
 * @param attempt the fault of a way at some place, if there is one
 * @param clash whether two faults get in each other's way
 */
public record FaultDraws<W, I>(
        Function<String, List<W>> ways,
        Function<W, Optional<I>> attempt,
        BiPredicate<I, I> clash,
        RandomStream random) {

    private static final int MOST_DRAWS = 24;
    private static final int MOST_PLACES = 8;

    /** One: first a rule, each as likely, then a way to violate it. */
    public Optional<I> one(Set<String> choice) {
        List<String> left = new ArrayList<>(new TreeSet<>(choice));
        while (!left.isEmpty()) {
            List<W> all = ways.apply(left.remove(random.below(left.size())));
            for (int i = 0; i < MOST_PLACES && !all.isEmpty(); i++) {
                Optional<I> drawn = attempt.apply(random.oneOf(all));
                if (drawn.isPresent()) {
                    return drawn;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Some that go together.
     *
     * @param target how many, where there is room for as many
     * @param inForce ids of the rules of which they are violations
     * @param preferred of these, every second one; none: no rule is
     * @param before what none of them may get in the way of
     */
    public List<I> some(int target, Set<String> inForce, Set<String> preferred, List<I> before) {
        Set<String> rare = new TreeSet<>(inForce);
        rare.retainAll(preferred);
        List<I> drawn = new ArrayList<>();
        for (int i = 0; i < MOST_DRAWS && drawn.size() < target; i++) {
            Set<String> choice = !preferred.isEmpty() && random.percent(50) ? rare : inForce;
            one(choice)
                    .filter(next -> before.stream().noneMatch(other -> clash.test(other, next)))
                    .filter(next -> drawn.stream().noneMatch(other -> clash.test(other, next)))
                    .ifPresent(drawn::add);
        }
        return drawn;
    }
}
