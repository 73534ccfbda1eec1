package dev.svgym.server.adapters;

import dev.svgym.environment.Environment;
import dev.svgym.environment.Task;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.rollouts.ActionReply;
import dev.svgym.server.rollouts.ActionRequest;
import dev.svgym.server.rollouts.Rollout;
import dev.svgym.server.rollouts.Rollouts;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One client's rollouts, one after another. Each reset begins the next and gives up the one before. Safe for use by many
 * threads: actions wait for each other, {@link #close} for none.
 */
public final class Episode {

    private final Environment environment;
    private final Rollouts rollouts;
    private final Judging judging;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Attempt attempt;
    private volatile boolean closed;

    Episode(Environment environment, Rollouts rollouts, Judging judging) {
        this.environment = environment;
        this.rollouts = rollouts;
        this.judging = judging;
    }

    /** The episode of a rollout that was begun elsewhere, as far as it is now. */
    static Episode of(Rollout begun, Environment environment, Rollouts rollouts, Judging judging) {
        var episode = new Episode(environment, rollouts, judging);
        episode.attempt =
                new Attempt(begun.id(), begun.task(), Reset.of(begun), begun.nextSequence() - 1, 0);
        return episode;
    }

    /**
     * The rollout that is under way.
     *
     * @param rollout its id
     * @param reset what it was begun with
     * @param actions how many it took
     * @param steps how many steps the client asked for; some protocols count what is no action
     */
    public record Attempt(String rollout, Task task, Reset reset, int actions, int steps) {}

    public Environment environment() {
        return environment;
    }

    /** The rollout that is under way or was last; empty before the first reset. */
    public Optional<Attempt> attempt() {
        return Optional.ofNullable(attempt);
    }

    /** Begins a rollout; on a problem the one before goes on. */
    public Attempt reset(Reset reset) {
        turn.lock();
        try {
            Task task =
                    judging.pose(
                            environment, reset.task(), reset.expectDigest(), "", Judging.Turn.NOW);
            Rollout begun = rollouts.begin(environment, task, reset.labels());
            giveUp();
            var next = new Attempt(begun.id(), task, reset, 0, 0);
            attempt = next;
            if (closed) {
                giveUp();
            }
            return next;
        } finally {
            turn.unlock();
        }
    }

    /** Runs a tool. Begins the first task where nothing was begun. */
    public ActionReply call(String tool, JsonNode arguments) {
        return act(sequence -> ActionRequest.call(sequence, tool, arguments));
    }

    /** Ends the rollout with an answer, raw text or an object. Begins the first task where nothing was begun. */
    public ActionReply answer(JsonNode answer) {
        return act(sequence -> ActionRequest.answer(sequence, answer));
    }

    /** Ends the rollout where the model ran out of tokens. Begins the first task where nothing was begun. */
    public ActionReply runOutOfTokens() {
        return act(sequence -> ActionRequest.truncation(sequence, "tokens"));
    }

    /** Counts one step of the client's protocol. */
    public void countStep() {
        turn.lock();
        try {
            Attempt current = attempt;
            if (current != null) {
                attempt =
                        new Attempt(
                                current.rollout(),
                                current.task(),
                                current.reset(),
                                current.actions(),
                                current.steps() + 1);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Says that the client is still there, where something is under way. */
    public void heartbeat() {
        Attempt current = attempt;
        if (current != null
                && rollouts.find(current.rollout()).filter(Rollout::isOpen).isPresent()) {
            rollouts.heartbeat(current.rollout());
        }
    }

    /** Gives up what is under way. */
    public void close() {
        closed = true;
        giveUp();
    }

    private ActionReply act(IntFunction<ActionRequest> request) {
        turn.lock();
        try {
            Attempt now = attempt;
            if (now == null) {
                now = reset(Reset.first(environment.card()));
            }
            int sequence = now.actions() + 1;
            ActionReply reply = rollouts.act(now.rollout(), request.apply(sequence));
            attempt = new Attempt(now.rollout(), now.task(), now.reset(), sequence, now.steps());
            return reply;
        } finally {
            turn.unlock();
        }
    }

    /** The task as one text. */
    public static String prompt(Task task) {
        return task.messages().stream()
                .map(Task.Message::content)
                .collect(Collectors.joining("\n\n"));
    }

    /** Whoever played what was under way cannot ask for it any more. */
    private void giveUp() {
        Attempt current = attempt;
        if (current != null && rollouts.find(current.rollout()).isPresent()) {
            rollouts.cancel(current.rollout());
            rollouts.release(current.rollout());
        }
    }
}
