package dev.svgym.reward;

/**
 * A rule that turns the rewards of rollouts into advantages. Immutable: its parameters are checked when it is made, and
 * it may be shared by many threads. Make one by its name with {@link Estimators#named}.
 */
public sealed interface Estimator permits ScalarEstimator, Gdpo {

    /** Its formula, target, assumptions and parameters, as data. */
    EstimatorDescription description();
}
