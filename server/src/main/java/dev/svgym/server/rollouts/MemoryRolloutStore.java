package dev.svgym.server.rollouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps rollouts in memory, within bounds on their number and size. Every call is short and holds one lock. */
@Component
class MemoryRolloutStore implements RolloutStore {

    private final RolloutSettings settings;
    private final Map<String, Rollout> rollouts = new HashMap<>();
    private final Map<String, Cohort> cohorts = new HashMap<>();
    private final Map<String, Rollout> open = new HashMap<>();

    /** Cohorts without an open rollout, in the order of their last end. */
    private final SequencedMap<String, Cohort> ended = new LinkedHashMap<>();

    /** Those of them that were released, in that order. */
    private final SequencedMap<String, Cohort> released = new LinkedHashMap<>();

    private long bytes;

    MemoryRolloutStore(RolloutSettings settings) {
        this.settings = settings;
    }

    /** Rollouts that are kept and forgotten as one: those of a group, or one alone. */
    private static final class Cohort {
        private final String key;
        private final List<String> ids = new ArrayList<>();
        private int open;
        private Instant lastEnd = Instant.MIN;

        Cohort(String key) {
            this.key = key;
        }
    }

    @Override
    public synchronized boolean insert(List<Rollout> more, Instant evictableBefore) {
        long size = more.stream().mapToLong(Weight::of).sum();
        if (open.size() + more.size() > settings.maxOpen()) {
            return false;
        }
        while (!hasRoom(more.size(), size)) {
            if (!forgetOldest(released, Instant.MAX) && !forgetOldest(ended, evictableBefore)) {
                return false;
            }
        }
        for (Rollout rollout : more) {
            rollouts.put(rollout.id(), rollout);
            open.put(rollout.id(), rollout);
            Cohort cohort = cohorts.computeIfAbsent(key(rollout), Cohort::new);
            cohort.ids.add(rollout.id());
            cohort.open++;
        }
        bytes += size;
        return true;
    }

    @Override
    public synchronized Optional<Rollout> find(String id) {
        return Optional.ofNullable(rollouts.get(id));
    }

    @Override
    public synchronized boolean replace(Rollout next) {
        Rollout stored = rollouts.get(next.id());
        if (stored == null || stored.version() != next.version() - 1) {
            return false;
        }
        rollouts.put(next.id(), next);
        bytes += Weight.of(next) - Weight.of(stored);
        if (next.isOpen()) {
            open.put(next.id(), next);
        } else if (open.remove(next.id()) != null) {
            end(next);
        }
        return true;
    }

    @Override
    public synchronized List<Rollout> expired(Instant now) {
        return open.values().stream().filter(one -> !one.expiresAt().isAfter(now)).toList();
    }

    @Override
    public synchronized void release(String id) {
        @Nullable Cohort cohort = ended.get(id);
        if (cohort != null && cohort.ids.equals(List.of(id))) {
            ended.remove(id);
            released.put(id, cohort);
        }
    }

    @Override
    public synchronized void forgetEndedBefore(Instant time) {
        boolean found = true;
        while (found) {
            found = forgetOldest(released, time) || forgetOldest(ended, time);
        }
    }

    @Override
    public synchronized int open() {
        return open.size();
    }

    private boolean hasRoom(int count, long size) {
        return rollouts.size() + count <= settings.maxTotal()
                && bytes + size <= settings.mostBytes();
    }

    private void end(Rollout rollout) {
        Cohort cohort = cohorts.get(key(rollout));
        if (cohort == null) {
            throw new IllegalStateException("every stored rollout has a cohort");
        }
        cohort.open--;
        cohort.lastEnd = rollout.end().orElseThrow().at();
        if (cohort.open == 0) {
            ended.put(cohort.key, cohort);
        }
    }

    private boolean forgetOldest(SequencedMap<String, Cohort> from, Instant before) {
        Map.@Nullable Entry<String, Cohort> first = from.firstEntry();
        if (first == null || !first.getValue().lastEnd.isBefore(before)) {
            return false;
        }
        Cohort oldest = first.getValue();
        from.remove(oldest.key);
        cohorts.remove(oldest.key);
        for (String id : oldest.ids) {
            Rollout forgotten = rollouts.remove(id);
            if (forgotten != null) {
                bytes -= Weight.of(forgotten);
            }
        }
        return true;
    }

    private static String key(Rollout rollout) {
        return rollout.cohort().orElse(rollout.id());
    }
}
