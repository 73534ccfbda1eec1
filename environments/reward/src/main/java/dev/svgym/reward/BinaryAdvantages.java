package dev.svgym.reward;

/**
 * What a group of rewards 0 and 1 gets: an exchangeable estimator knows only two values there.
 *
 * @param success advantage of each rollout with reward 1; 0 where there is none
 * @param failure advantage of each rollout with reward 0; 0 where there is none
 */
public record BinaryAdvantages(double success, double failure) {

    static final BinaryAdvantages NONE = new BinaryAdvantages(0, 0);

    static BinaryAdvantages of(SuccessCount count, double success, double failure) {
        return new BinaryAdvantages(
                count.successes() == 0 ? 0 : success,
                count.successes() == count.rollouts() ? 0 : failure);
    }

    /**
     * One advantage a reward.
     *
     * @param rewards 0 or 1
     */
    double[] spread(double[] rewards) {
        double[] byReward = {failure, success};
        double[] advantages = new double[rewards.length];
        for (int i = 0; i < advantages.length; i++) {
            advantages[i] = byReward[(int) rewards[i]];
        }
        return advantages;
    }
}
