package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Environment;
import dev.svgym.environment.Task;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.Episode;
import dev.svgym.server.adapters.Reset;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.Session.Protocol;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.environments.Judging;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Episodes of clients without a WebSocket. One that names its episode keeps it from request to request; for any other
 * each request stands alone, as upstream has it. Who knows the name of an episode may act in it.
 */
@Component
class HttpEpisodes {

    private final Sessions sessions;
    private final Steps steps;
    private final Observations observations;
    private final Judging judging;

    HttpEpisodes(Sessions sessions, Steps steps, Observations observations, Judging judging) {
        this.sessions = sessions;
        this.steps = steps;
        this.observations = observations;
        this.judging = judging;
    }

    ObjectNode reset(Environment environment, @Nullable String id, JsonNode arguments) {
        if (id != null) {
            return steps.reset(open(environment, id).episode(), arguments);
        }
        Reset reset = Reset.of(environment.card(), arguments);
        Task task =
                judging.pose(environment, reset.task(), reset.expectDigest(), "", Judging.Turn.NOW);
        return observations.begun(task, task.tools());
    }

    ObjectNode step(
            Environment environment,
            @Nullable String id,
            ObjectNode action,
            boolean strict,
            Supplier<String> written)
            throws Steps.RefusedException {
        if (id != null) {
            Episode kept = open(environment, id).episode();
            return steps.step(kept, action, strict, written);
        }
        Episode once = sessions.episode(environment);
        try {
            return steps.step(once, action, strict, written);
        } finally {
            once.close();
        }
    }

    ObjectNode state(Environment environment, @Nullable String id) {
        return observations.state(
                find(environment, id == null ? "" : id)
                        .map(Session::episode)
                        .orElseGet(() -> sessions.episode(environment)));
    }

    private Optional<Session> find(Environment environment, String id) {
        return sessions.find(key(environment, id), Protocol.OPENENV);
    }

    private synchronized Session open(Environment environment, String id) {
        return find(environment, id)
                .orElseGet(() -> {
                    try {
                        return sessions.open(key(environment, id), Protocol.OPENENV, environment);
                    } catch (Sessions.FullException full) {
                        throw new DetailException(503, full.text());
                    }
                });
    }

    /** Keys of other sessions have no space. */
    private static String key(Environment environment, String id) {
        return environment.card().id() + " " + id;
    }
}
