package dev.svgym.reward;

/**
 * Rewards or parameters from which nothing sound can be computed. The message is a full sentence that says what was
 * expected and what came; the code is what a program switches on.
 */
public final class RewardsRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /**
     * A refusal.
     *
     * @param sentence what was expected and what came
     */
    public RewardsRefusedException(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Why, for a program. */
    public Code code() {
        return code;
    }

    /** Every reason to refuse; names are stable and go over the wire as they are. */
    public enum Code {
        /** T below 1. A T above the valid rollouts is no error: it is capped and reported. */
        T_OUT_OF_RANGE,
        /** k below 1 or above the rollouts there are to draw from. */
        K_OUT_OF_RANGE,
        /** A reward other than 0 or 1 for an estimator of success counts. */
        NON_BINARY_REWARD,
        /** A reward outside [0, 1], or outside the declared range. */
        REWARD_OUT_OF_UNIT_INTERVAL,
        /** An estimator that loses its target under the way the group was sampled. */
        BIASED_COMBINATION,
        /** A negative value in a part that is set to 0 on failure: failing would pay more. */
        NEGATIVE_CONDITIONED_PART,
        /** NaN or an infinity where a finite number is needed. */
        NON_FINITE_REWARD,
        /** Rows of different length, or as many parts as there are not weights or norms. */
        RAGGED_PARTS,
        /** A weight below 0. */
        NEGATIVE_WEIGHT,
        /** A result that binary64 cannot hold. */
        OVERFLOW,
        /** No estimator of this name. */
        UNKNOWN_ESTIMATOR,
        /** A parameter that the estimator does not have. */
        UNKNOWN_PARAMETER,
        /** A parameter or argument that is missing, of the wrong type or out of its range. */
        BAD_PARAMETER
    }
}
