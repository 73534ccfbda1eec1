package dev.svgym.server.groups;

import java.util.Optional;
import java.util.function.Predicate;

/** Where groups are kept, beside the store of their rollouts. Safe for use by many threads. */
interface GroupStore {

    void put(RolloutGroup group);

    Optional<RolloutGroup> find(String id);

    void removeIf(Predicate<RolloutGroup> forgotten);
}
