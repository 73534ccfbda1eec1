package dev.svgym.reward;

/** What becomes of rollouts without a reward: faults of ours and cancelled ones, never malformed answers. */
public enum InvalidPolicy {
    /** Dropped from N; advantage 0. */
    EXCLUDE,
    /** Reward 0, and in N. */
    FAIL
}
