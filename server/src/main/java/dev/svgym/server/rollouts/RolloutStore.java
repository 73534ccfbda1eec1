package dev.svgym.server.rollouts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where rollouts are kept. Safe for use by many threads. */
public interface RolloutStore {

    /**
     * Adds new rollouts, all or none.
     *
     * @param evictableBefore ended cohorts whose last end lies before may be forgotten to make room, oldest first,
     *     behind those that were released
     * @return whether there was room
     */
    boolean insert(List<Rollout> rollouts, Instant evictableBefore);

    Optional<Rollout> find(String id);

    /**
     * Replaces the version before {@code next}.
     *
     * @return false where that version is not the one that is stored (any more), and nothing was done
     */
    boolean replace(Rollout next);

    /** Open rollouts that expire at {@code now} or did before. */
    List<Rollout> expired(Instant now);

    /** Lets an ended rollout without others in its cohort be forgotten first where room is needed, whenever it ended. */
    void release(String id);

    /** Forgets cohorts all of whose rollouts had ended before. */
    void forgetEndedBefore(Instant time);

    /** Open rollouts, now. */
    int open();
}
