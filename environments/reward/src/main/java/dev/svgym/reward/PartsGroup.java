package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.NON_FINITE_REWARD;
import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The rewards of the rollouts of one task, several parts each: the matrix that a trainer's own GDPO takes.
 *
 * @param rollouts one row a rollout, in index order, all of the same length; an entry is finite, or empty where the part
 *     does not apply. A row of empty entries is a rollout without a reward
 * @param sampling whether the size of the group depended on its rewards
 */
public record PartsGroup(List<List<OptionalDouble>> rollouts, Sampling sampling) {

    public PartsGroup {
        rollouts = rollouts.stream().map(List::copyOf).toList();
        for (List<OptionalDouble> row : rollouts) {
            if (row.isEmpty() || row.size() != rollouts.getFirst().size()) {
                throw new RewardsRefusedException(
                        RAGGED_PARTS,
                        "Every rollout of a group needs the same parts, at least one; got rows of %d and %d."
                                .formatted(rollouts.getFirst().size(), row.size()));
            }
            for (OptionalDouble value : row) {
                if (!Double.isFinite(value.orElse(0))) {
                    throw new RewardsRefusedException(
                            NON_FINITE_REWARD,
                            "Every part must be finite, got %s.".formatted(value.getAsDouble()));
                }
            }
        }
    }

    /** A group of fixed size. */
    public PartsGroup(List<List<OptionalDouble>> rollouts) {
        this(rollouts, Sampling.FIXED_N);
    }

    /** Parts of each rollout; 0 for a group without rollouts. */
    public int parts() {
        return rollouts.isEmpty() ? 0 : rollouts.getFirst().size();
    }

    /** Whether a rollout has any part. */
    boolean isValid(int rollout) {
        return rollouts.get(rollout).stream().anyMatch(OptionalDouble::isPresent);
    }

    /** One part of every rollout. */
    List<OptionalDouble> column(int part) {
        return rollouts.stream().map(row -> row.get(part)).toList();
    }
}
