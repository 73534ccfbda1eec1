package dev.svgym.server.verification;

import dev.svgym.environment.Environment;
import dev.svgym.environment.Task;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.environments.TaskRequest;
import dev.svgym.server.problems.FieldError;
import dev.svgym.server.problems.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tasks of a batch, each posed once. A task that an engine's fault keeps from being posed is a fault of its items
 * alone; one that cannot be posed at all refuses the batch.
 */
final class PosedTasks {

    private final Map<TaskRequest, Posed> byName;

    private PosedTasks(Map<TaskRequest, Posed> byName) {
        this.byName = byName;
    }

    /** What came of posing a task. */
    sealed interface Posed {
        record Ready(Task task) implements Posed {}

        record Lost(ProblemException fault) implements Posed {}

        record Refused(Submission by, ProblemException problem) implements Posed {}
    }

    private record Named(TaskRequest name, Posed posed) {}

    static PosedTasks pose(
            Environment environment, List<Submission> submissions, Judging judging, int window) {
        Map<TaskRequest, Submission> firsts = new LinkedHashMap<>();
        submissions.forEach(submission -> firsts.putIfAbsent(submission.named(), submission));
        Map<TaskRequest, Posed> byName = new HashMap<>();
        judging.each(
                environment,
                List.copyOf(firsts.values()),
                window,
                first -> new Named(first.named(), pose(environment, first, judging)),
                first ->
                        new Named(
                                first.named(),
                                new Posed.Lost(Judging.fault(judging.overdue(environment)))),
                named -> byName.put(named.name(), named.posed()));
        List<Posed.Refused> refused = new ArrayList<>();
        for (TaskRequest name : firsts.keySet()) {
            if (byName.get(name) instanceof Posed.Refused one) {
                refused.add(one);
            }
        }
        if (!refused.isEmpty()) {
            throw refusal(refused);
        }
        return new PosedTasks(byName);
    }

    Posed of(Submission submission) {
        return Objects.requireNonNull(byName.get(submission.named()), "every task was posed");
    }

    private static Posed pose(Environment environment, Submission first, Judging judging) {
        try {
            return new Posed.Ready(
                    judging.poseHere(
                            environment,
                            first.task(),
                            first.named().expectDigest(),
                            first.pointer()));
        } catch (ProblemException problem) {
            return problem.type().isOurs()
                    ? new Posed.Lost(problem)
                    : new Posed.Refused(first, problem);
        }
    }

    /** The first refusal decides the type; all of them are listed. */
    private static ProblemException refusal(List<Posed.Refused> refused) {
        Posed.Refused first = refused.getFirst();
        List<FieldError> errors =
                refused.stream()
                        .limit(100)
                        .flatMap(one ->
                                one.problem().errors().isEmpty()
                                        ? List.of(
                                                new FieldError(
                                                        one.by().pointer(), one.problem().detail()))
                                                .stream()
                                        : one.problem().errors().stream())
                        .toList();
        return ProblemException.of(
                        first.problem().type(),
                        "item %d: %s".formatted(first.by().index(), first.problem().detail()))
                .withErrors(errors);
    }
}
