package dev.svgym.server.groups;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Keeps groups in memory. Bounded because their rollouts are. */
@Component
class MemoryGroupStore implements GroupStore {

    private final Map<String, RolloutGroup> groups = new ConcurrentHashMap<>();

    @Override
    public void put(RolloutGroup group) {
        groups.put(group.id(), group);
    }

    @Override
    public Optional<RolloutGroup> find(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    @Override
    public void removeIf(Predicate<RolloutGroup> forgotten) {
        groups.values().removeIf(forgotten);
    }
}
