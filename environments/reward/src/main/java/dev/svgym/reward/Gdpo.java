package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.NEGATIVE_CONDITIONED_PART;
import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;

import dev.svgym.reward.EstimatorParameter.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Several reward parts, each normalised within its group before they are added: a scalar sum would give different
 * mixtures of parts the same advantage. With {@link Norm#MAXRL_LOO} on the part for correctness it is GDPO with MaxRL.
 *
 * @param weights one a part, at least 0; empty for 1 each
 * @param norms one a part; empty for {@link Norm#STD} each
 * @param ddof 0 or 1, for every standard deviation
 * @param eps at least 0, added to every divisor of a part and of the batch step
 * @param conditions easy parts that count only where a hard part is good enough
 * @param t T of {@link Norm#MAXRL_LOO}, at least 1; empty for T = N
 */
public record Gdpo(
        List<Double> weights,
        List<Norm> norms,
        int ddof,
        double eps,
        Batch batch,
        List<Condition> conditions,
        OptionalInt t)
        implements Estimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "gdpo",
                    "sum over parts j of w_j norm_j(q_ij), then the batch step; q_ij is r_ij, or 0 where a condition on j fails. Norms: std (q-mean)/(sd+eps), mean (q-mean)/(mean+eps), center q-mean, rloo, maxrl_loo (maxrl_u with loo)",
                    "with maxrl_loo and batch none: J_T of that part plus the auxiliary parts; with std as for grpo",
                    "Parts missing on a rollout contribute 0 and stay out of the part's statistics; a rollout without any part gets 0. A constant part gives 0, a part that only one rollout has gives its value under rloo and maxrl_loo and else 0. Conditioned parts must not be negative.",
                    "GDPO, arXiv:2601.05242; with MaxRL, arXiv:2602.02710",
                    List.of(
                            EstimatorParameter.optional(
                                    "weights",
                                    Kind.NUMBERS,
                                    List.of(),
                                    "One a part, at least 0. Not given: 1 each."),
                            EstimatorParameter.optional(
                                    "norms",
                                    Kind.CHOICES,
                                    EstimatorParameters.words(Norm.class),
                                    "One a part. Not given: std each."),
                            Checks.DDOF,
                            Checks.EPS,
                            EstimatorParameter.choice(
                                    "batch",
                                    Batch.NONE,
                                    EstimatorParameters.words(Batch.class),
                                    "What is done to all advantages of the batch together: nothing, divide by their sd, or whiten."),
                            EstimatorParameter.optional(
                                    "condition",
                                    Kind.CONDITIONS,
                                    List.of(),
                                    "Entries [easy, hard, threshold]: part easy becomes 0 where part hard is below the threshold or missing."),
                            Checks.T));

    public Gdpo {
        weights = List.copyOf(weights);
        norms = List.copyOf(norms);
        conditions = List.copyOf(conditions);
        Checks.ddof(ddof);
        Checks.eps(eps);
        Checks.t(t);
        for (double weight : weights) {
            Checks.weight(weight);
        }
        if (!weights.isEmpty() && !norms.isEmpty() && weights.size() != norms.size()) {
            throw new RewardsRefusedException(
                    RAGGED_PARTS,
                    "gdpo needs one weight and one norm a part, got %d and %d."
                            .formatted(weights.size(), norms.size()));
        }
    }

    static Gdpo from(EstimatorParameters parameters) {
        return new Gdpo(
                parameters.numbers("weights").orElse(List.of()),
                parameters.choices("norms", Norm.class).orElse(List.of()),
                parameters.givenInteger("ddof"),
                parameters.givenNumber("eps"),
                parameters.givenChoice("batch", Batch.class),
                parameters.conditions("condition"),
                parameters.integer("T"));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    /**
     * The advantages of each group, in the order of the batch.
     *
     * @throws RewardsRefusedException where the parts do not fit the weights, norms and conditions
     */
    public List<Advantages> advantages(List<PartsGroup> groups) {
        requireSameParts(groups);
        List<SummedParts> sums = groups.stream().map(this::sum).toList();
        double noise = 0x1p-44 * sums.stream().mapToDouble(SummedParts::magnitude).max().orElse(0);
        List<double[]> stepped =
                BatchStep.together(
                        sums.stream().map(sum -> sum.counted().rewards()).toList(),
                        all -> Rewards.requireFinite(step(all, noise)));
        List<Advantages> advantages = new ArrayList<>();
        for (int g = 0; g < sums.size(); g++) {
            advantages.add(sums.get(g).spread(stepped.get(g)));
        }
        return advantages;
    }

    /**
     * @param noise rounding error of the sums: a spread no larger than that is none, or whitening would blow it up to 1
     */
    private double[] step(double[] sums, double noise) {
        if (batch == Batch.NONE) {
            return sums;
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            least = Math.min(least, sum);
            greatest = Math.max(greatest, sum);
        }
        if (greatest - least <= noise) {
            return new double[sums.length];
        }
        return batch == Batch.STD
                ? BatchStep.divide(sums, ddof, eps)
                : BatchStep.whiten(sums, ddof, eps);
    }

    private SummedParts sum(PartsGroup group) {
        int n = group.rollouts().size();
        requireFit(group);
        double[] sums = new double[n];
        double[] magnitudes = new double[n];
        OptionalInt effective = OptionalInt.empty();
        for (int part = 0; part < group.parts(); part++) {
            Counted present =
                    new Group(conditioned(group, part), InvalidPolicy.EXCLUDE, Sampling.FIXED_N)
                            .counted();
            GroupEstimator norm = norm(part);
            double weight = weights.isEmpty() ? 1 : weights.get(part);
            double[] normalised = norm.advantages(present.rewards());
            for (int i = 0; i < normalised.length; i++) {
                sums[present.index(i)] += weight * normalised[i];
                magnitudes[present.index(i)] += Math.abs(weight * normalised[i]);
            }
            OptionalInt capped = norm.effectiveT(present.size());
            if (capped.isPresent()) {
                effective =
                        OptionalInt.of(
                                Math.min(capped.getAsInt(), effective.orElse(capped.getAsInt())));
            }
        }
        return SummedParts.of(group, sums, magnitudes, effective);
    }

    private static void requireSameParts(List<PartsGroup> groups) {
        List<Integer> parts =
                groups.stream().map(PartsGroup::parts).filter(n -> n > 0).distinct().toList();
        if (parts.size() > 1) {
            throw new RewardsRefusedException(
                    RAGGED_PARTS,
                    "Every group of a batch needs the same parts, got groups with %s of them."
                            .formatted(parts));
        }
    }

    private void requireFit(PartsGroup group) {
        Checks.suits(group.sampling() instanceof Sampling.FixedN, DESCRIPTION, group.sampling());
        int parts = group.parts();
        if (parts == 0) {
            return;
        }
        int expected = weights.isEmpty() ? norms.size() : weights.size();
        if (expected != 0 && expected != parts) {
            throw new RewardsRefusedException(
                    RAGGED_PARTS,
                    "gdpo has weights or norms for %d parts, got a group with %d."
                            .formatted(expected, parts));
        }
        for (Condition condition : conditions) {
            if (condition.easy() >= parts || condition.hard() >= parts) {
                throw new RewardsRefusedException(
                        BAD_PARAMETER,
                        "A condition names parts by index, below %d, got %d and %d."
                                .formatted(parts, condition.easy(), condition.hard()));
            }
            for (OptionalDouble easy : group.column(condition.easy())) {
                if (easy.orElse(0) < 0) {
                    throw new RewardsRefusedException(
                            NEGATIVE_CONDITIONED_PART,
                            "Part %d is conditioned and must be at least 0, got %s: a failure, set to 0, would pay more. Shift it by its least value first."
                                    .formatted(condition.easy(), easy.getAsDouble()));
                }
            }
        }
    }

    /** A part with 0 where one of its conditions fails; conditions look at parts as they came in. */
    private List<OptionalDouble> conditioned(PartsGroup group, int part) {
        List<OptionalDouble> column = new ArrayList<>(group.column(part));
        for (Condition condition : conditions) {
            if (condition.easy() == part) {
                List<OptionalDouble> hard = group.column(condition.hard());
                for (int i = 0; i < column.size(); i++) {
                    if (column.get(i).isPresent()
                            && !(hard.get(i).orElse(Double.NEGATIVE_INFINITY)
                                    >= condition.threshold())) {
                        column.set(i, OptionalDouble.of(0));
                    }
                }
            }
        }
        return Collections.unmodifiableList(column);
    }

    private GroupEstimator norm(int part) {
        return switch (norms.isEmpty() ? Norm.STD : norms.get(part)) {
            case STD -> new Grpo(ddof, eps);
            case MEAN -> new MaxRlZeroed(eps);
            case CENTER -> new MeanBaseline();
            case RLOO -> new Rloo();
            case MAXRL_LOO -> new MaxRlU(t, MaxRlU.Baseline.LOO, 0, 0);
        };
    }

    /** How a part is normalised within its group. */
    public enum Norm {
        /** As {@link Grpo}. */
        STD,
        /** As {@link MaxRlZeroed}. */
        MEAN,
        /** As {@link MeanBaseline}. */
        CENTER,
        /** As {@link Rloo}. */
        RLOO,
        /** As {@link MaxRlU} with {@link MaxRlU.Baseline#LOO}; the part must be 0 or 1. */
        MAXRL_LOO
    }

    /** What is done to the advantages of all groups together. */
    public enum Batch {
        NONE,
        /** Divide by their standard deviation. */
        STD,
        /** Subtract their mean and divide by their standard deviation. */
        WHITEN
    }

    /**
     * An easy part counts only where a hard one is good enough.
     *
     * @param easy index of the part that becomes 0
     * @param hard index of the part that decides
     * @param threshold least value of the hard part at which the easy one counts
     */
    public record Condition(int easy, int hard, double threshold) {

        public Condition {
            if (easy < 0 || hard < 0 || easy == hard || !Double.isFinite(threshold)) {
                throw new RewardsRefusedException(
                        BAD_PARAMETER,
                        "A condition needs two different parts by index and a finite threshold, got %d, %d and %s."
                                .formatted(easy, hard, threshold));
            }
        }
    }
}
