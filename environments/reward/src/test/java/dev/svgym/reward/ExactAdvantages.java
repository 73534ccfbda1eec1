package dev.svgym.reward;

import static dev.svgym.reward.Fraction.ONE;
import static dev.svgym.reward.Fraction.ZERO;
import static dev.svgym.reward.Fraction.choose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every group estimator once more, straight from its definition, in exact rationals and without regard for speed: what the
 * arithmetic under test is compared with.
 */
final class ExactAdvantages {

    private ExactAdvantages() {}

    /** The advantages of a group of at least one rollout. */
    static List<Fraction> of(GroupEstimator estimator, List<Fraction> rewards) {
        return IntStream.range(0, rewards.size()).mapToObj(i -> of(estimator, rewards, i)).toList();
    }

    private static Fraction of(GroupEstimator estimator, List<Fraction> rewards, int i) {
        int n = rewards.size();
        Fraction reward = rewards.get(i);
        List<Fraction> siblings = without(rewards, i);
        Fraction mean = sum(rewards).over(n);
        int m = (int) sum(siblings).toDouble();
        return switch (estimator) {
            case Reinforce() -> reward;
            case MeanBaseline() -> reward.minus(mean);
            case Rloo() -> n == 1 ? reward : reward.minus(sum(siblings).over(n - 1));
            case Grpo(int ddof, double eps) -> {
                Fraction squares =
                        sum(rewards.stream().map(r -> r.minus(mean).times(r.minus(mean))).toList());
                yield squares.equals(ZERO)
                        ? ZERO
                        : reward.minus(mean)
                                .over(
                                        squares.over(n - ddof)
                                                .squareRoot()
                                                .plus(Fraction.exactly(eps)));
            }
            case MaxRlConditional() -> perSuccess(reward, sum(rewards), n);
            case MaxRlControlVariate(double beta) ->
                    perSuccess(reward, sum(rewards), n).minus(Fraction.exactly(beta));
            case MaxRlZeroed(double eps) ->
                    mean.compareTo(ZERO) <= 0
                            ? ZERO
                            : reward.minus(mean).over(mean.plus(Fraction.exactly(eps)));
            case MaxRlU(var t, var baseline, double alpha, double beta) -> {
                Fraction u = u(n, Math.min(t.orElse(n), n), m);
                Fraction a = Fraction.exactly(alpha);
                Fraction both = a.plus(Fraction.exactly(beta));
                yield reward.times(u)
                        .minus(
                                switch (baseline) {
                                    case NONE -> ZERO;
                                    case VN -> ONE;
                                    case LOO -> n == 1 ? ZERO : u.times(m).over(n - 1);
                                    case BETA ->
                                            u.times(Fraction.of(m).plus(a))
                                                    .over(Fraction.of(n - 1).plus(both));
                                });
            }
            case MaxRlPartial(var t, var baseline) -> {
                int order = Math.min(t.orElse(n), n);
                Fraction less =
                        baseline == MaxRlPartial.Baseline.NONE || n == 1
                                ? ZERO
                                : sum(siblings).over(n - 1);
                yield partialU(siblings, order).times(reward.minus(less));
            }
            case MaxRlRange(var range, var partial) -> {
                Fraction lo = Fraction.exactly(range.min());
                Fraction width = Fraction.exactly(range.max()).minus(lo);
                yield of(partial, rewards.stream().map(r -> r.minus(lo).over(width)).toList(), i);
            }
            case Pkpo(int k, var baseline) -> {
                Fraction u = choose(n - 1 - m, k - 1).times(k).over(choose(n - 1, k - 1));
                Fraction rest = Fraction.of(k).minus(u);
                yield reward.times(u)
                        .plus(
                                switch (baseline) {
                                    case MINUS_ONE -> ZERO;
                                    case NONE -> rest;
                                    case SLOO ->
                                            rest.minus(
                                                    passAtK(n - 1, m, k)
                                                            .times((long) n * k)
                                                            .over(n - 1));
                                    case LOO -> n == 1 ? ZERO : u.times(-m).over(n - 1);
                                });
            }
            case PkpoMax(int k) -> {
                Fraction gains = ZERO;
                for (List<Fraction> others : subsets(siblings, k - 1)) {
                    Fraction best = others.stream().max(Fraction::compareTo).orElse(ZERO);
                    gains =
                            gains.plus(
                                    others.isEmpty() || reward.compareTo(best) > 0
                                            ? reward.minus(best)
                                            : ZERO);
                }
                yield gains.times(n).over(choose(n, k));
            }
        };
    }

    private static Fraction perSuccess(Fraction reward, Fraction successes, int n) {
        return successes.equals(ZERO) ? ZERO : reward.times(n).over(successes);
    }

    static Fraction u(int n, int t, int m) {
        return passAtK(n, m + 1, t).times(n).over(m + 1);
    }

    static Fraction passAtK(int n, int c, int k) {
        return ONE.minus(choose(n - c, k).over(choose(n, k)));
    }

    /** The sum over k below t of the average, over sets of k siblings, of the product of their shortfalls. */
    private static Fraction partialU(List<Fraction> siblings, int t) {
        Fraction u = ZERO;
        for (int k = 0; k < t; k++) {
            Fraction products = ZERO;
            for (List<Fraction> set : subsets(siblings, k)) {
                products = products.plus(set.stream().map(ONE::minus).reduce(ONE, Fraction::times));
            }
            u = u.plus(products.over(choose(siblings.size(), k)));
        }
        return u;
    }

    private static List<List<Fraction>> subsets(List<Fraction> items, int size) {
        List<List<Fraction>> subsets = new ArrayList<>();
        for (int mask = 0; mask < 1 << items.size(); mask++) {
            if (Integer.bitCount(mask) == size) {
                List<Fraction> subset = new ArrayList<>();
                for (int i = 0; i < items.size(); i++) {
                    if ((mask >> i & 1) == 1) {
                        subset.add(items.get(i));
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }

    private static List<Fraction> without(List<Fraction> items, int i) {
        List<Fraction> rest = new ArrayList<>(items);
        rest.remove(i);
        return rest;
    }

    private static Fraction sum(List<Fraction> items) {
        return items.stream().reduce(ZERO, Fraction::plus);
    }
}
