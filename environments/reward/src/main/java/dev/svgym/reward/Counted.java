package dev.svgym.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** The rollouts of a group that are in N. Lives only within one computation, so its arrays are not copied. */
final class Counted {

    private final int n;
    private final int[] indices;
    private final double[] rewards;

    /**
     * @param n rollouts of the whole group
     * @param indices where in the group each reward stands, ascending
     * @param rewards as long as {@code indices}
     */
    Counted(int n, int[] indices, double[] rewards) {
        this.n = n;
        this.indices = indices;
        this.rewards = rewards;
    }

    double[] rewards() {
        return rewards;
    }

    int size() {
        return rewards.length;
    }

    int index(int counted) {
        return indices[counted];
    }

    /** K where every reward is 0 or 1. */
    OptionalInt successes() {
        int successes = Rewards.successesIfBinary(rewards);
        return successes == Rewards.NOT_BINARY ? OptionalInt.empty() : OptionalInt.of(successes);
    }

    /** Puts the advantages of the rollouts in N back at their places, 0 elsewhere. */
    Advantages spread(double[] advantages, OptionalInt successes, OptionalInt tEffective) {
        List<Double> values = new ArrayList<>(Collections.nCopies(n, 0.0));
        for (int i = 0; i < indices.length; i++) {
            values.set(indices[i], advantages[i] + 0.0); // + 0.0 turns -0.0 into 0.0
        }
        return new Advantages(values, n, rewards.length, successes, tEffective);
    }
}
