package dev.svgym.networklogs;

import dev.svgym.environment.Action;
import dev.svgym.environment.Task;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.report.AttemptReport;
import dev.svgym.environment.report.ReportFiles;
import dev.svgym.environment.report.ReportSubject;
import dev.svgym.networklogs.Reading.Abstained;
import dev.svgym.networklogs.Reading.Classified;
import dev.svgym.networklogs.Reading.Unreadable;
import dev.svgym.networklogs.report.Attempt;
import dev.svgym.networklogs.report.Attempt.Decision;
import dev.svgym.networklogs.report.NetworkLogReport;
import java.util.ArrayList;
import java.util.List;

/** Judges attempts as they come, for a report. */
final class NetworkLogAttempts implements AttemptReport {

    private final ReadingParser readings = new ReadingParser();
    private final String version;
    private final List<Attempt> attempts = new ArrayList<>();
    private long uncounted;
    private long errors;

    /**
     * @param version of the environment
     */
    NetworkLogAttempts(String version) {
        this.version = version;
    }

    @Override
    public void add(Task task, Trajectory trajectory, Action ending) {
        NetworkLogTask known = (NetworkLogTask) task;
        switch (ending) {
            case Action.Answer(var text) -> attempts.add(attempt(known, readings.parse(text)));
            case Action.Truncation(var cause) -> {
                if (cause.isTheAgentsDoing()) {
                    attempts.add(attempt(known, new Unreadable(cause.label())));
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
        return new NetworkLogReport(attempts, uncounted, errors).files(subject, version);
    }

    private static Attempt attempt(NetworkLogTask task, Reading reading) {
        Costs costs = task.costs();
        double malicious = task.malicious();
        Act best = costs.bayesAct(malicious);
        Decision decision =
                switch (reading) {
                    case Classified(var label, _) -> decision(label.act());
                    case Abstained _ -> Decision.ABSTAIN;
                    case Unreadable _ -> Decision.INVALID;
                };
        double confidence = reading instanceof Classified(_, var stated) ? stated : 0;
        double cost =
                switch (reading) {
                    case Classified(var label, _) -> costs.expected(label.act(), malicious);
                    case Abstained _ -> costs.abstain();
                    case Unreadable _ -> costs.worst();
                };
        return new Attempt(
                task.id(),
                task.stratum(),
                decision,
                decision(best),
                confidence,
                malicious,
                task.label() == Label.MALICIOUS,
                decision == decision(best) ? 1 : 0,
                new AbstentionReward(costs).of(reading, malicious),
                cost / costs.worst());
    }

    private static Decision decision(Act act) {
        return switch (act) {
            case BENIGN -> Decision.BENIGN;
            case MALICIOUS -> Decision.MALICIOUS;
            case ABSTAIN -> Decision.ABSTAIN;
        };
    }
}
