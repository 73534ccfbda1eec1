package dev.svgym.server.adapters;

import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.rollouts.ActionRequest;
import dev.svgym.server.rollouts.Rollout;
import dev.svgym.server.rollouts.Rollouts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Rollouts that a request names by itself, by a token or a cookie, so that no session is kept. The actions of one rollout
 * wait for each other. Safe for use by many threads.
 */
@Component
public class NamedRollouts {

    private final Rollouts rollouts;
    private final EnvironmentCatalogue catalogue;
    private final Judging judging;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    NamedRollouts(Rollouts rollouts, EnvironmentCatalogue catalogue, Judging judging) {
        this.rollouts = rollouts;
        this.catalogue = catalogue;
        this.judging = judging;
    }

    /** Those who act in one rollout; the count is only touched within {@code turns.compute}. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    public Optional<Rollout> find(String id) {
        return rollouts.find(id);
    }

    /** The rollout as it is now, to be looked at; a problem where it is not kept any more. */
    public Episode episode(String id) {
        Rollout rollout = rollouts.get(id);
        return Episode.of(rollout, catalogue.get(rollout.environment()), rollouts, judging);
    }

    /** The verdict of a rollout that this answer ended; empty where another action did. */
    public Optional<ShownVerdict> verdictOn(Rollout ended, JsonNode answer) {
        try {
            return Optional.ofNullable(
                    rollouts.act(ended.id(), ActionRequest.answer(ended.nextSequence() - 1, answer))
                            .verdict());
        } catch (ProblemException other) {
            if (other.type() == ProblemType.SEQUENCE_CONFLICT) {
                return Optional.empty();
            }
            throw other;
        }
    }

    /** The problem that an action in a rollout meets that has ended. */
    public void requireOpen(Rollout rollout) {
        rollouts.heartbeat(rollout.id());
    }

    /** Acts in a rollout while nobody else does. */
    public <T> T inTurn(String id, Function<Episode, T> act) {
        Turn turn =
                turns.compute(
                        id,
                        (_, known) -> {
                            Turn mine = known == null ? new Turn() : known;
                            mine.users++;
                            return mine;
                        });
        turn.lock.lock();
        try {
            return act.apply(episode(id));
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(id, (_, mine) -> --mine.users == 0 ? null : mine);
        }
    }
}
