package dev.svgym.server.rollouts;

import dev.svgym.environment.Action;
import dev.svgym.environment.Action.Truncation;
import dev.svgym.environment.Environment;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.Trajectory;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.environments.ShownTask.ShownBudget;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.metrics.Meters;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.rollouts.Rollout.By;
import dev.svgym.server.rollouts.Rollout.End;
import dev.svgym.server.rollouts.Rollout.StoredStep;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Begins rollouts, takes their actions and ends them. An action is computed without a lock and stored by comparing
 * versions: of racing calls one is stored, and the others see it. Safe for use by many threads.
 */
@Component
public class Rollouts {

    private final EnvironmentCatalogue catalogue;
    private final Judging judging;
    private final RolloutStore store;
    private final RolloutSettings settings;
    private final Ids ids;
    private final Clock clock;
    private final Meters meters;

    Rollouts(
            EnvironmentCatalogue catalogue,
            Judging judging,
            RolloutStore store,
            RolloutSettings settings,
            Ids ids,
            Clock clock,
            Meters meters) {
        this.catalogue = catalogue;
        this.judging = judging;
        this.store = store;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
        meters.openRollouts(store::open);
    }

    /** One rollout of a task. */
    public Rollout begin(Environment environment, Task task, Labels labels) {
        return begin(environment, task, labels, Optional.empty(), 1).getFirst();
    }

    /**
     * Rollouts of one task, all or none.
     *
     * @param cohort id of the group that they are
     */
    public List<Rollout> begin(
            Environment environment, Task task, Labels labels, Optional<String> cohort, int count) {
        Instant now = clock.instant();
        String name = environment.card().id();
        List<Rollout> begun =
                Stream.generate(() ->
                                Rollout.begin(
                                        ids.next(), name, task, labels, cohort, now, lease(now)))
                        .limit(count)
                        .toList();
        if (!store.insert(begun, now.minus(settings.keepAtLeast()))) {
            throw ProblemException.of(
                            ProblemType.STORE_FULL,
                            "no room for %d more rollout(s) beside %d open ones; finish or delete some, or try again later"
                                    .formatted(count, store.open()))
                    .withRetryAfter(settings.retryAfter());
        }
        begun.forEach(_ -> meters.begun(name));
        return begun;
    }

    /** The rollout as it is now; one that nobody acted in for too long is truncated first. */
    public Rollout get(String id) {
        return find(id).orElseThrow(() ->
                ProblemException.of(
                        ProblemType.UNKNOWN_ROLLOUT,
                        "expected the id of a rollout that is still kept, got %s; begin a new one"
                                .formatted(Excerpt.of(id))));
    }

    /** The rollout as {@link #get} gives it; empty where it is not kept (any more). */
    public Optional<Rollout> find(String id) {
        while (true) {
            Optional<Rollout> found = store.find(id);
            if (found.isEmpty()
                    || !found.get().isOpen()
                    || found.get().expiresAt().isAfter(clock.instant())) {
                return found;
            }
            end(found.get(), Truncation.Cause.IDLE, By.EXPIRY);
        }
    }

    /** Takes an action, or gives the reply that it got before. */
    public ActionReply act(String id, ActionRequest request) {
        ActionRequest.Placed placed = request.placed();
        Rollout rollout = renew(id, placed.sequence());
        while (true) {
            Optional<ActionReply> stored = stored(rollout, placed.sequence(), request);
            if (stored.isPresent()) {
                return stored.get();
            }
            requireNext(rollout, placed.sequence());
            Rollout base = rollout;
            Outcome outcome = step(base, placed.action());
            do {
                Rollout next = apply(base, request, placed, outcome);
                if (store.replace(next)) {
                    count(next);
                    return next.steps().getLast().reply();
                }
                base = get(id);
                // A heartbeat or a racing retry may only have renewed the lease: what was computed
                // still holds.
            } while (base.isOpen() && base.steps().size() == rollout.steps().size());
            rollout = base;
        }
    }

    /** Renews the lease. */
    public Rollout heartbeat(String id) {
        Rollout rollout = get(id);
        requireOpen(rollout);
        return renew(id, rollout.nextSequence());
    }

    /** Gives the rollout up where it is open; does nothing where it has ended. */
    public Rollout cancel(String id) {
        while (true) {
            Rollout rollout = get(id);
            if (!rollout.isOpen()) {
                return rollout;
            }
            end(rollout, Truncation.Cause.CANCELLED, By.CANCELLATION);
        }
    }

    /** Says that nobody will retry the last action of an ended rollout: it may be forgotten before others. */
    public void release(String id) {
        store.release(id);
    }

    /** Truncates what nobody acted in, and forgets what ended long ago. */
    void reap() {
        Instant now = clock.instant();
        for (Rollout idle : store.expired(now)) {
            end(idle, Truncation.Cause.IDLE, By.EXPIRY);
        }
        store.forgetEndedBefore(now.minus(settings.retention()));
    }

    /** A new lease for an action that may be taken; the rollout as it is where it may not. */
    private Rollout renew(String id, int sequence) {
        while (true) {
            Rollout rollout = get(id);
            if (!rollout.isOpen() || sequence != rollout.nextSequence()) {
                return rollout;
            }
            Rollout renewed = rollout.until(lease(clock.instant()));
            if (store.replace(renewed)) {
                return renewed;
            }
        }
    }

    private static Optional<ActionReply> stored(
            Rollout rollout, int sequence, ActionRequest request) {
        if (sequence > rollout.steps().size()) {
            return Optional.empty();
        }
        StoredStep step = rollout.steps().get(sequence - 1);
        if (!step.request().equals(request)) {
            throw ProblemException.of(
                    ProblemType.SEQUENCE_CONFLICT,
                    "sequence %d of this rollout was another action; expected the same body again, or sequence %d"
                            .formatted(sequence, rollout.nextSequence()));
        }
        return Optional.of(step.reply());
    }

    private static void requireNext(Rollout rollout, int sequence) {
        requireOpen(rollout);
        if (sequence != rollout.nextSequence()) {
            throw ProblemException.of(
                    ProblemType.SEQUENCE_GAP,
                    "expected sequence %d, got %d; send the actions in order"
                            .formatted(rollout.nextSequence(), sequence));
        }
    }

    private static void requireOpen(Rollout rollout) {
        if (rollout.isOpen()) {
            return;
        }
        End end = rollout.end().orElseThrow();
        throw switch (end.by()) {
            case EXPIRY ->
                    ProblemException.of(
                            ProblemType.ROLLOUT_EXPIRED,
                            "nobody acted in this rollout until %s, so it was truncated; begin a new one"
                                    .formatted(rollout.expiresAt()));
            case CANCELLATION ->
                    ProblemException.of(
                            ProblemType.ROLLOUT_ENDED,
                            "this rollout was cancelled after %d step(s); begin a new one"
                                    .formatted(rollout.steps().size()));
            case ACTION ->
                    ProblemException.of(
                            ProblemType.ROLLOUT_ENDED,
                            "this rollout ended at step %d; begin a new one to try again"
                                    .formatted(rollout.steps().size()));
        };
    }

    /** A tool call that takes the last step of the budget is where the agent ran out of steps. */
    private Outcome step(Rollout rollout, Action action) {
        boolean outOfSteps = action instanceof Action.ToolCall && rollout.remaining().steps() <= 1;
        Outcome outcome =
                judging.step(
                        catalogue.get(rollout.environment()),
                        rollout.task(),
                        rollout.trajectory(),
                        outOfSteps ? new Truncation(Truncation.Cause.STEPS) : action,
                        Judging.Turn.NOW);
        if (outcome instanceof Outcome.Failed failed) {
            throw Judging.fault(failed);
        }
        return outcome;
    }

    private Rollout apply(
            Rollout rollout, ActionRequest request, ActionRequest.Placed placed, Outcome outcome) {
        Instant now = clock.instant();
        return switch (outcome) {
            case Outcome.Finished(var verdict) ->
                    rollout.withStep(
                            StoredStep.of(
                                    request,
                                    ActionReply.ended(
                                            placed.sequence(),
                                            ShownVerdict.of(rollout.task(), verdict))),
                            rollout.trajectory(),
                            Optional.of(new End(By.ACTION, verdict, now)),
                            rollout.expiresAt());
            case Outcome.Observed(var observation) -> {
                if (!(placed.action() instanceof Action.ToolCall call)) {
                    throw new IllegalStateException(
                            "an environment answered the end of a rollout with an observation");
                }
                Trajectory longer =
                        rollout.trajectory().with(new Trajectory.Step(call, observation));
                var left = ShownBudget.of(rollout.task().budget().after(longer));
                yield rollout.withStep(
                        StoredStep.of(
                                request,
                                ActionReply.observed(placed.sequence(), observation, left)),
                        longer,
                        Optional.empty(),
                        lease(now));
            }
            case Outcome.Failed failed -> throw Judging.fault(failed);
        };
    }

    private void end(Rollout rollout, Truncation.Cause cause, By by) {
        Environment environment = catalogue.get(rollout.environment());
        Outcome outcome =
                judging.step(
                        environment,
                        rollout.task(),
                        rollout.trajectory(),
                        new Truncation(cause),
                        Judging.Turn.QUEUED);
        Rollout ended =
                rollout.ended(
                        new End(
                                by,
                                outcome instanceof Outcome.Finished(var verdict)
                                        ? verdict
                                        : Unrewarded.verdict(environment, rollout.task(), cause),
                                clock.instant()));
        if (store.replace(ended)) {
            count(ended);
        }
    }

    private void count(Rollout rollout) {
        rollout.end()
                .map(End::verdict)
                .ifPresent(verdict -> meters.ended(rollout.environment(), verdict));
    }

    private Instant lease(Instant from) {
        return from.plus(settings.idleTimeout());
    }
}
