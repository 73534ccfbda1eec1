package dev.svgym.configremediation;

import dev.svgym.configremediation.Judge.Finding;
import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Action.Truncation;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.Verdict.Ending;
import dev.svgym.reward.Part;
import dev.svgym.reward.RewardRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Turns what was found into success, reward and parts. Pure arithmetic. */
record Verdicts(RemediationTask task, Catalogue catalogue) {

    Verdict unreadable(String why) {
        return lost(Ending.INVALID, List.of(Gate.FORMAT.failed(why)), why);
    }

    private Verdict unscannable(Finding.Unscannable finding) {
        return lost(Ending.INVALID, finding.gates(), "unscannable: " + finding.why());
    }

    Verdict truncated(Truncation.Cause cause) {
        return cause.isTheAgentsDoing()
                ? lost(Ending.TRUNCATED, List.of(), cause.label())
                : verdict(
                        Ending.TRUNCATED,
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        RewardPart.none(),
                        List.of(),
                        Optional.of(cause.label()));
    }

    /** The verdict on an answer; absent where our own fault left nothing to judge by. */
    Optional<Verdict> of(RemediationAnswer answer, Finding finding, int toolCalls) {
        return switch (finding) {
            case Finding.Refused refused -> Optional.of(refused(answer, refused, toolCalls));
            case Finding.Scanned scanned -> Optional.of(scanned(answer, scanned, toolCalls));
            case Finding.Unscannable unscannable -> Optional.of(unscannable(unscannable));
            case Finding.Lost _ -> Optional.empty();
        };
    }

    private Verdict refused(RemediationAnswer answer, Finding.Refused finding, int toolCalls) {
        return answered(
                reward(
                        answer,
                        false,
                        false,
                        task.isClean() ? OptionalDouble.empty() : OptionalDouble.of(0),
                        0,
                        1,
                        toolCalls),
                finding.gates());
    }

    private Verdict scanned(RemediationAnswer answer, Finding.Scanned finding, int toolCalls) {
        List<Violation> original = task.violations();
        List<String> places = original.stream().map(Verdicts::place).toList();
        List<String> left = finding.left().stream().map(Verdicts::place).toList();
        double originalWeight = weight(original);
        double remaining = weight(original.stream().filter(v -> left.contains(place(v))).toList());
        double added =
                weight(finding.left().stream().filter(v -> !places.contains(place(v))).toList());
        boolean success =
                finding.left().isEmpty()
                        && (!task.isClean() || (answer.reports().isEmpty() && !finding.changed()));
        OptionalDouble fix =
                task.isClean()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((originalWeight - remaining) / originalWeight);
        double regress = added == 0 ? 0 : -Math.min(1, added / originalWeight);
        double minimality = task.minimality(finding.changedNodes());
        return answered(
                reward(answer, success, true, fix, regress, minimality, toolCalls),
                finding.gates());
    }

    private RemediationReward reward(
            RemediationAnswer answer,
            boolean success,
            boolean structural,
            OptionalDouble fix,
            double regress,
            double minimality,
            int toolCalls) {
        Detection detection = Detection.of(answer.reports(), task.violations(), catalogue);
        int budget = task.budget().toolCalls();
        double economy = budget == 0 ? 1 : 1 - (double) Math.min(toolCalls, budget) / budget;
        return new RemediationReward(
                success,
                structural,
                detection.f1(),
                detection.severity(),
                fix,
                regress,
                minimality,
                answer.confidence(),
                economy);
    }

    /** What makes two violations the same one, before and after. */
    static String place(Violation violation) {
        return violation.rule()
                + '\u0000'
                + violation.object()
                + '\u0000'
                + String.join("\u0000", violation.path());
    }

    private double weight(List<Violation> violations) {
        return violations.stream()
                .mapToInt(v -> catalogue.rule(v.rule()).severity().weight())
                .sum();
    }

    private Verdict answered(RemediationReward reward, List<Verdict.Gate> gates) {
        return verdict(
                Ending.ANSWERED,
                OptionalInt.of(reward.success() ? 1 : 0),
                OptionalDouble.of(reward.scalar()),
                reward.parts(),
                gates,
                Optional.empty());
    }

    /** The agent's own doing, with nothing to judge: success 0, reward 0, stays in the group. */
    private Verdict lost(Ending ending, List<Verdict.Gate> gates, String reason) {
        return verdict(
                ending,
                OptionalInt.of(0),
                OptionalDouble.of(0),
                RewardPart.least(task.isClean()),
                gates,
                Optional.of(reason));
    }

    private Verdict verdict(
            Ending ending,
            OptionalInt success,
            OptionalDouble reward,
            List<Part> parts,
            List<Verdict.Gate> gates,
            Optional<String> reason) {
        return new Verdict(
                ending,
                success,
                reward,
                RewardRange.UNIT,
                parts,
                gates,
                reason,
                task.digest(),
                catalogue.digest(),
                ConfigRemediation.VERSION);
    }
}
