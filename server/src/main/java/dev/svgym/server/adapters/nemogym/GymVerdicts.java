package dev.svgym.server.adapters.nemogym;

import dev.svgym.environment.Verdict;
import dev.svgym.server.adapters.CalledTool;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.Episode;
import dev.svgym.server.adapters.NamedRollouts;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.adapters.VerdictFields;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.rollouts.ActionReply;
import dev.svgym.server.rollouts.Rollout;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on conversations, and how they are shown. */
@Component
class GymVerdicts {

    /** What a part must not be written over. */
    private static final Set<String> TAKEN = Set.of("responses_create_params", "response");

    private final NamedRollouts rollouts;
    private final Sessions sessions;
    private final VerdictFields verdicts;

    GymVerdicts(NamedRollouts rollouts, Sessions sessions, VerdictFields verdicts) {
        this.rollouts = rollouts;
        this.sessions = sessions;
        this.verdicts = verdicts;
    }

    /** Ends the rollout of a session. One that has ended gives its verdict again to the same answer alone. */
    ShownVerdict ofSession(Rollout begun, GymResponse response) {
        return rollouts.inTurn(
                begun.id(),
                episode -> {
                    Optional<Rollout> ended =
                            rollouts.find(begun.id()).filter(rollout -> !rollout.isOpen());
                    return ended.map(rollout -> again(rollout, response))
                            .orElseGet(() -> end(episode, response));
                });
    }

    /** Plays the whole conversation anew, for who kept no session. */
    ShownVerdict ofRow(Row row, GymResponse response) {
        Episode once = sessions.episode(row.environment());
        try {
            once.reset(row.reset());
            for (GymResponse.Call call : response.calls()) {
                Optional<ShownVerdict> last =
                        CalledTool.call(once, call.tool(), call.arguments()).verdict();
                if (last.isPresent()) {
                    return last.get();
                }
            }
            return end(once, response);
        } finally {
            once.close();
        }
    }

    /** Adds a verdict to the request that it answers: the reward, and each of its parts as a number of its own. */
    ObjectNode show(ShownVerdict verdict, ObjectNode request) {
        if (verdict.reward() == null) {
            throw new DetailException(
                    409, "this rollout was lost and has no reward; begin a new session");
        }
        verdicts.components(verdict).properties().stream()
                .filter(part -> part.getValue().isNumber() && !TAKEN.contains(part.getKey()))
                .forEach(part -> request.set(part.getKey(), part.getValue()));
        request.put("reward", verdict.reward());
        return request.setAll(verdicts.of(verdict));
    }

    private static ShownVerdict end(Episode episode, GymResponse response) {
        ActionReply reply =
                response.isCutOff() ? episode.runOutOfTokens() : episode.answer(response.answer());
        return Objects.requireNonNull(reply.verdict(), "an answer ends a rollout");
    }

    private ShownVerdict again(Rollout ended, GymResponse response) {
        Rollout.End end = ended.end().orElseThrow();
        if (end.by() == Rollout.By.ACTION) {
            if (response.answersByTool() || end.verdict().ending() == Verdict.Ending.TRUNCATED) {
                return ShownVerdict.of(ended.task(), end.verdict());
            }
            Optional<ShownVerdict> same = rollouts.verdictOn(ended, response.answer());
            if (same.isPresent()) {
                return same.get();
            }
        }
        rollouts.requireOpen(ended);
        throw new IllegalStateException("an ended rollout is not open");
    }
}
