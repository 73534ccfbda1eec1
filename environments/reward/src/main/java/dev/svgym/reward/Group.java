package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.NON_FINITE_REWARD;

import dev.svgym.reward.Sampling.Stopped;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The rewards of the rollouts of one task, in index order.
 *
 * @param rewards one entry a rollout, finite; empty where a rollout has no reward through no fault of the agent
 * @param invalidPolicy what becomes of the empty ones
 * @param sampling whether the size of the group depended on its rewards
 */
public record Group(List<OptionalDouble> rewards, InvalidPolicy invalidPolicy, Sampling sampling) {

    public Group {
        rewards = List.copyOf(rewards);
        for (OptionalDouble reward : rewards) {
            if (!Double.isFinite(reward.orElse(0))) {
                throw new RewardsRefusedException(
                        NON_FINITE_REWARD,
                        "Every reward must be finite, got %s.".formatted(reward.getAsDouble()));
            }
        }
        if (sampling instanceof Stopped stopped && rewards.size() > stopped.cap()) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER,
                    "A stopped group has at most its cap of %d rollouts, got %d."
                            .formatted(stopped.cap(), rewards.size()));
        }
    }

    /** A group of fixed size in which every rollout has its reward. */
    public static Group of(double... rewards) {
        return new Group(
                Arrays.stream(rewards).mapToObj(OptionalDouble::of).toList(),
                InvalidPolicy.EXCLUDE,
                Sampling.FIXED_N);
    }

    /** The rollouts that are in N, in index order. */
    Counted counted() {
        int end = endOfCounting();
        int[] indices = new int[end];
        double[] values = new double[end];
        int size = 0;
        for (int i = 0; i < end; i++) {
            OptionalDouble reward = rewards.get(i);
            if (reward.isPresent() || invalidPolicy == InvalidPolicy.FAIL) {
                indices[size] = i;
                values[size++] = reward.orElse(0);
            }
        }
        return new Counted(
                rewards.size(), Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    private int endOfCounting() {
        if (!(sampling instanceof Stopped stopped) || stopped.stopAfterSuccesses().isEmpty()) {
            return rewards.size();
        }
        int wanted = stopped.stopAfterSuccesses().getAsInt();
        for (int i = 0; i < rewards.size(); i++) {
            if (rewards.get(i).orElse(0) == 1 && --wanted == 0) {
                return i + 1;
            }
        }
        return rewards.size();
    }
}
