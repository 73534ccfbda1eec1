package dev.svgym.server.verification;

import dev.svgym.environment.Action;
import dev.svgym.environment.Environment;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.Trajectory;
import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.estimators.Estimation;
import dev.svgym.server.estimators.EstimatorRequest.Nulls;
import dev.svgym.server.estimators.GroupOfVerdicts;
import dev.svgym.server.estimators.GroupSummary;
import dev.svgym.server.metrics.Meters;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.verification.PosedTasks.Posed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Judges batches. Keeps nothing but the number of those that are under way. Safe for use by many threads. */
@Component
class Verification {

    private final EnvironmentCatalogue catalogue;
    private final Judging judging;
    private final VerificationSettings settings;
    private final Meters meters;
    private final Semaphore places;

    Verification(
            EnvironmentCatalogue catalogue,
            Judging judging,
            VerificationSettings settings,
            Meters meters) {
        this.catalogue = catalogue;
        this.judging = judging;
        this.settings = settings;
        this.meters = meters;
        this.places = new Semaphore(settings.maxBatches());
    }

    /** What comes of a batch, in the order in which it is known. */
    interface Sink {

        /** The verdict of one item; items come as they are ready. */
        void verdict(int item, ShownVerdict verdict);

        /** The groups, behind every verdict. */
        void groups(List<GroupSummary> groups);

        /** Instead of the groups, where the rewards do not suit the estimator. */
        void refused(ProblemException problem);
    }

    /** Judges every item. A request that cannot be served ends with a problem before the sink sees anything. */
    void verify(VerifyRequest request, Sink sink) {
        if (!places.tryAcquire()) {
            throw ProblemException.of(
                            ProblemType.OVERLOADED,
                            "%d batches are being judged; nothing was done, send this one again"
                                    .formatted(settings.maxBatches()))
                    .withRetryAfter(settings.retryAfter());
        }
        try {
            judge(request, sink);
        } finally {
            places.release();
        }
    }

    private void judge(VerifyRequest request, Sink sink) {
        if (request.environment() == null) {
            throw FieldErrors.single("/environment", "expected the id of an environment, got none");
        }
        List<Submission> submissions = Submission.of(request.items(), settings.maxItems());
        Environment environment = catalogue.get(request.environment());
        Optional<Estimation> estimation =
                Optional.ofNullable(request.estimator())
                        .map(wanted ->
                                wanted.estimation(
                                        environment.card(), Nulls.policy(request.invalidPolicy())));
        PosedTasks tasks = PosedTasks.pose(environment, submissions, judging, settings.window());
        var groups = Grouping.of(submissions, tasks);
        var verdicts = new ShownVerdict[submissions.size()];
        meters.verification(
                environment.card().id(),
                () ->
                        judging.each(
                                environment,
                                submissions,
                                settings.window(),
                                item -> new Judged(item.index(), judge(environment, item, tasks)),
                                item -> new Judged(item.index(), overdue(environment, item, tasks)),
                                judged -> {
                                    verdicts[judged.item()] = judged.verdict();
                                    sink.verdict(judged.item(), judged.verdict());
                                }));
        List<GroupSummary> summaries;
        try {
            summaries = summaries(groups.with(verdicts), estimation, environment);
        } catch (RewardsRefusedException refused) {
            sink.refused(ProblemException.of(refused));
            return;
        }
        sink.groups(summaries);
    }

    /** Counting is quick; what estimators do may take long. */
    private List<GroupSummary> summaries(
            List<GroupOfVerdicts> groups,
            Optional<Estimation> estimation,
            Environment environment) {
        return estimation.isEmpty()
                ? GroupSummary.of(groups, estimation, environment.card())
                : judging.compute(() -> GroupSummary.of(groups, estimation, environment.card()));
    }

    private ShownVerdict overdue(Environment environment, Submission item, PosedTasks tasks) {
        return ShownVerdict.error(
                environment,
                tasks.of(item) instanceof Posed.Ready(var task) ? task : null,
                Judging.fault(judging.overdue(environment)));
    }

    private record Judged(int item, ShownVerdict verdict) {}

    private ShownVerdict judge(Environment environment, Submission item, PosedTasks tasks) {
        return switch (tasks.of(item)) {
            case Posed.Ready(var task) -> judge(environment, item, task);
            case Posed.Lost(var fault) -> ShownVerdict.error(environment, null, fault);
            case Posed.Refused refused -> throw refused.problem();
        };
    }

    private ShownVerdict judge(Environment environment, Submission item, Task task) {
        Outcome outcome =
                judging.stepHere(
                        environment,
                        task,
                        Trajectory.ofUnseen(item.toolCalls()),
                        new Action.Answer(item.answer()));
        return switch (outcome) {
            case Outcome.Finished(var verdict) -> {
                meters.judged(environment.card().id(), verdict);
                yield ShownVerdict.of(task, verdict);
            }
            case Outcome.Failed failed ->
                    ShownVerdict.error(environment, task, Judging.fault(failed));
            case Outcome.Observed _ ->
                    ShownVerdict.error(
                            environment,
                            task,
                            Judging.fault(
                                    new Outcome.Failed(
                                            "verifier",
                                            "it gave an answer no verdict",
                                            Duration.ofSeconds(5))));
        };
    }
}
