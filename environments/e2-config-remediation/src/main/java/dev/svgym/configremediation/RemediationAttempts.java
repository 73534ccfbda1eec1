package dev.svgym.configremediation;

import dev.svgym.configremediation.Detection.Report;
import dev.svgym.configremediation.Judge.Finding;
import dev.svgym.configremediation.RemediationAnswer.Repair;
import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.report.Attempt;
import dev.svgym.configremediation.report.Attempt.Violated;
import dev.svgym.configremediation.report.RemediationReport;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Action;
import dev.svgym.environment.Task;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.answer.UnreadableAnswerException;
import dev.svgym.environment.report.AttemptReport;
import dev.svgym.environment.report.ReportFiles;
import dev.svgym.environment.report.ReportSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges attempts as they come, for a report. */
final class RemediationAttempts implements AttemptReport {

    private final Catalogue catalogue;
    private final Engines engines;
    private final String version;
    private final List<Attempt> attempts = new ArrayList<>();
    private long uncounted;
    private long errors;

    /**
     * @param version of the environment
     */
    RemediationAttempts(Catalogue catalogue, Engines engines, String version) {
        this.catalogue = catalogue;
        this.engines = engines;
        this.version = version;
    }

    @Override
    public void add(Task task, Trajectory trajectory, Action ending) {
        var known = (RemediationTask) task;
        switch (ending) {
            case Action.Answer(var text) -> answer(known, trajectory, text);
            case Action.Truncation(var cause) -> {
                if (cause.isTheAgentsDoing()) {
                    unanswered(known, trajectory, verdicts(known).truncated(cause));
                } else {
                    uncounted++;
                }
            }
            case Action.ToolCall _ ->
                    throw new IllegalArgumentException(
                            "need an action that ends a rollout, got a tool call");
        }
    }

    @Override
    public void addError() {
        errors++;
    }

    @Override
    public ReportFiles files(ReportSubject subject) {
        return new RemediationReport(attempts, uncounted, errors).files(subject, version);
    }

    private void answer(RemediationTask task, Trajectory trajectory, String text) {
        RemediationAnswer answer;
        try {
            answer = RemediationAnswer.read(text);
        } catch (UnreadableAnswerException e) {
            unanswered(task, trajectory, verdicts(task).unreadable(String.valueOf(e.getMessage())));
            return;
        }
        Finding finding = new Judge(task, catalogue, engines).judge(answer.repair());
        verdicts(task)
                .of(answer, finding, trajectory.toolCalls())
                .ifPresentOrElse(
                        verdict ->
                                attempts.add(
                                        attempt(
                                                task,
                                                trajectory,
                                                verdict,
                                                answer.reports(),
                                                changes(task, answer.repair()),
                                                left(finding),
                                                OptionalDouble.of(answer.confidence()),
                                                minimality(task, finding))),
                        this::addError);
    }

    private void unanswered(RemediationTask task, Trajectory trajectory, Verdict verdict) {
        attempts.add(
                attempt(
                        task,
                        trajectory,
                        verdict,
                        List.of(),
                        false,
                        Optional.empty(),
                        OptionalDouble.empty(),
                        0));
    }

    private Attempt attempt(
            RemediationTask task,
            Trajectory trajectory,
            Verdict verdict,
            List<Report> reports,
            boolean changed,
            Optional<List<Violation>> left,
            OptionalDouble confidence,
            double minimality) {
        Detection detection = Detection.of(reports, task.violations(), catalogue);
        return new Attempt(
                task.id(),
                task.stratum(),
                verdict.ending().name().toLowerCase(Locale.ROOT),
                verdict.success().orElse(0) == 1,
                verdict.reward().orElse(0),
                violated(task, reports, left),
                Detection.claimed(reports, task.violations(), catalogue),
                detection.weighted(),
                detection.plain(),
                verdict.gates().stream()
                        .filter(gate -> !gate.passed())
                        .map(Verdict.Gate::name)
                        .findFirst(),
                changed,
                left.map(all -> all.stream().map(Violation::rule).toList()),
                left.map(all -> added(task, all)).orElse(0),
                calls(trajectory),
                trajectory.toolCalls(),
                task.budget().toolCalls(),
                confidence,
                minimality);
    }

    private List<Violated> violated(
            RemediationTask task, List<Report> reports, Optional<List<Violation>> left) {
        List<String> places = left.orElse(task.violations()).stream().map(Verdicts::place).toList();
        return task.violations().stream()
                .map(violation ->
                        new Violated(
                                violation.rule(),
                                catalogue.rule(violation.rule()).severity(),
                                Detection.isNamed(violation, reports, catalogue),
                                !places.contains(Verdicts.place(violation))))
                .toList();
    }

    private int added(RemediationTask task, List<Violation> left) {
        List<String> places = task.violations().stream().map(Verdicts::place).toList();
        return left.stream()
                .filter(violation -> !places.contains(Verdicts.place(violation)))
                .mapToInt(violation -> catalogue.rule(violation.rule()).severity().weight())
                .sum();
    }

    /** A file that is given as it was is no change. */
    private static boolean changes(RemediationTask task, Repair repair) {
        return switch (repair) {
            case Repair.Diff(var patch) -> !patch.isBlank();
            case Repair.WholeFiles(var files) ->
                    files.entrySet().stream()
                            .anyMatch(file ->
                                    !file.getValue().equals(task.files().get(file.getKey())));
        };
    }

    private static Optional<List<Violation>> left(Finding finding) {
        return finding instanceof Finding.Scanned scanned
                ? Optional.of(scanned.left())
                : Optional.empty();
    }

    private static double minimality(RemediationTask task, Finding finding) {
        return finding instanceof Finding.Scanned scanned
                ? task.minimality(scanned.changedNodes())
                : 0;
    }

    private static SortedMap<String, Integer> calls(Trajectory trajectory) {
        SortedMap<String, Integer> calls = new TreeMap<>();
        trajectory.steps().forEach(step -> calls.merge(step.action().name(), 1, Integer::sum));
        return calls;
    }

    private Verdicts verdicts(RemediationTask task) {
        return new Verdicts(task, catalogue);
    }
}
