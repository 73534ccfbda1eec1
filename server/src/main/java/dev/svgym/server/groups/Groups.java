package dev.svgym.server.groups;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Task;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.estimators.Estimation;
import dev.svgym.server.estimators.GroupOfVerdicts;
import dev.svgym.server.estimators.GroupSummary;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.rollouts.Ids;
import dev.svgym.server.rollouts.Rollout;
import dev.svgym.server.rollouts.Rollouts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins, reports and finalizes groups. Safe for use by many threads. */
@Component
class Groups {

    private final EnvironmentCatalogue catalogue;
    private final Judging judging;
    private final Rollouts rollouts;
    private final GroupStore store;
    private final Ids ids;

    Groups(
            EnvironmentCatalogue catalogue,
            Judging judging,
            Rollouts rollouts,
            GroupStore store,
            Ids ids) {
        this.catalogue = catalogue;
        this.judging = judging;
        this.rollouts = rollouts;
        this.store = store;
        this.ids = ids;
    }

    /** A group that has begun. */
    record Begun(String id, List<Rollout> rollouts) {}

    Begun begin(GroupRequest.Wanted wanted) {
        Environment environment = catalogue.get(wanted.environment());
        Task task =
                judging.pose(
                        environment,
                        wanted.task(),
                        wanted.expectDigest(),
                        "/task",
                        Judging.Turn.NOW);
        String id = ids.next();
        List<Rollout> begun =
                rollouts.begin(
                        environment,
                        task,
                        wanted.labels().inGroup(id),
                        Optional.of(id),
                        wanted.rollouts());
        store.put(
                new RolloutGroup(
                        id,
                        environment.card().id(),
                        task.id(),
                        begun.stream().map(Rollout::id).toList(),
                        wanted.stop()));
        return new Begun(id, begun);
    }

    /**
     * The group as it is now.
     *
     * @param estimator made for the group's environment; empty where no advantages are wanted
     */
    GroupReport report(String id, Function<EnvironmentCard, Optional<Estimation>> estimator) {
        RolloutGroup group = get(id);
        EnvironmentCard card = catalogue.get(group.environment()).card();
        Optional<Estimation> estimation = estimator.apply(card);
        List<Rollout> members =
                group.rollouts().stream()
                        .map(member -> rollouts.find(member).orElseThrow(() -> unknown(id)))
                        .toList();
        var verdicts =
                new GroupOfVerdicts(
                        group.id(),
                        group.task(),
                        IntStream.range(0, members.size()).boxed().toList(),
                        members.stream()
                                .map(member -> Optional.ofNullable(GroupReport.verdict(member)))
                                .toList(),
                        group.stop());
        GroupSummary summary =
                judging.compute(() -> GroupSummary.of(List.of(verdicts), estimation, card))
                        .getFirst();
        return GroupReport.of(group, card, summary, members);
    }

    /** Gives up what is still open, so that the group is complete. */
    void finish(String id) {
        get(id).rollouts().stream()
                .map(rollouts::find)
                .flatMap(Optional::stream)
                .filter(Rollout::isOpen)
                .forEach(open -> rollouts.cancel(open.id()));
    }

    /** A group is forgotten with its rollouts, all of which go at once. */
    @Scheduled(fixedDelayString = "${svgym.rollouts.reap-every:10s}")
    void forget() {
        store.removeIf(group -> rollouts.find(group.rollouts().getFirst()).isEmpty());
    }

    private RolloutGroup get(String id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.of(
                ProblemType.UNKNOWN_GROUP,
                "expected the id of a group that is still kept, got %s; begin a new one"
                        .formatted(Excerpt.of(id)));
    }
}
