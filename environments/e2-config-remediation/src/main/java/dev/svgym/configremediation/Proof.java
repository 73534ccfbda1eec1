package dev.svgym.configremediation;

import dev.svgym.configremediation.Judge.Finding;
import dev.svgym.configremediation.RemediationAnswer.Repair;
import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.generation.Draft;
import dev.svgym.configremediation.generation.Draft.Trap;
import dev.svgym.configremediation.generation.Fault;
import dev.svgym.configremediation.generation.Help;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Budget;
import dev.svgym.environment.Digest;
import dev.svgym.environment.Task.Message;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes a task of a draft where the gates prove it: the scan finds what was put in and nothing else, the reference repair
 * succeeds, and doing nothing, deleting, suppressing and every tempting repair fail.
 */
record Proof(ConfigKind kind, Catalogue catalogue, Engines engines) {

    /** What came of a draft. */
    sealed interface Result {

        /** It is a task. */
        record Proven(RemediationTask task) implements Result {}

        /** It is none; the reason starts with a word that reports can count. */
        record Rejected(String why) implements Result {}

        /** An engine could not tell. That says nothing about the draft, and another one must not take its place. */
        record Lost(TaskRefusedException refusal) implements Result {}
    }

    /**
     * Where a draft comes from.
     *
     * @param id of the task
     * @param generator with its version
     * @param seed of its stream
     */
    record Origin(String id, String generator, String seed) {}

    Result of(Draft draft, Origin origin) {
        return switch (kind.parse(draft.files())) {
            case Parsed.Unreadable(var flaws) ->
                    new Result.Rejected("unreadable: " + flaws.getFirst().message());
            case Parsed.Read(var config) ->
                    switch (engines.scan(
                            new Subject(kind, draft.files(), config), judging(draft))) {
                        case ScanResult.Failed failure -> lost(failure);
                        case ScanResult.Scanned(var found) -> judge(draft, origin, config, found);
                    };
        };
    }

    private Result judge(Draft draft, Origin origin, Config config, List<Violation> found) {
        RemediationTask unreferenced = task(draft, origin, config, found, Optional.empty());
        Set<Fault> seen = new HashSet<>();
        for (Violation violation : unreferenced.violations()) {
            seen.add(new Fault(violation.rule(), violation.object(), violation.path()));
        }
        if (!seen.equals(new HashSet<>(draft.faults()))) {
            return new Result.Rejected("scan: expected %s, got %s".formatted(draft.faults(), seen));
        }
        return switch (repair(unreferenced, draft.repaired())) {
            case Finding.Scanned scanned when scanned.left().isEmpty() ->
                    traps(
                            draft,
                            task(
                                    draft,
                                    origin,
                                    config,
                                    found,
                                    Optional.of(
                                            new Reference(
                                                    draft.repaired(),
                                                    scanned.changedNodes(),
                                                    draft.traits(),
                                                    origin.generator(),
                                                    origin.seed()))));
            case Finding.Lost(_, var failure) -> lost(failure);
            case Finding.Unscannable(_, var why) -> tooSlow(why);
            case Finding finding ->
                    new Result.Rejected("reference: " + finding.gates().getLast().evidence());
        };
    }

    private Result traps(Draft draft, RemediationTask task) {
        List<Trap> traps = new ArrayList<>(draft.traps());
        if (!task.isClean()) {
            traps.add(new Trap("no change", task.files()));
        }
        for (Trap trap : traps) {
            switch (repair(task, trap.files())) {
                case Finding.Scanned scanned when scanned.left().isEmpty() -> {
                    return new Result.Rejected("trap: %s succeeds".formatted(trap.name()));
                }
                case Finding.Lost(_, var failure) -> {
                    return lost(failure);
                }
                case Finding.Unscannable(_, var why) -> {
                    return tooSlow(why);
                }
                case Finding.Scanned _, Finding.Refused _ -> {}
            }
        }
        return new Result.Proven(task);
    }

    private static Result lost(ScanResult.Failed failure) {
        return new Result.Lost(InlineTasks.unavailable(failure));
    }

    /** A deadline passes on a busy machine and not on another one: no reason to draw again. */
    private static Result tooSlow(String why) {
        return new Result.Lost(new TaskRefusedException(Reason.UNAVAILABLE, why));
    }

    private Finding repair(RemediationTask task, SortedMap<String, String> files) {
        return new Judge(task, catalogue, engines).judge(new Repair.WholeFiles(files));
    }

    private RemediationTask task(
            Draft draft,
            Origin origin,
            Config config,
            List<Violation> found,
            Optional<Reference> reference) {
        List<Rule> rules = rules(draft.rules());
        List<Rule> shownRules = rules(draft.shownRules());
        boolean alone = draft.traits().help() == Help.NONE;
        Budget budget = alone ? RemediationTask.WITHOUT_TOOLS : RemediationTask.WITH_TOOLS;
        List<Message> messages =
                new Prompt(
                                kind,
                                draft.files(),
                                rules,
                                draft.intent(),
                                budget,
                                shownRules,
                                draft.hints())
                        .messages();
        return new RemediationTask(
                origin.id(),
                digest(origin, messages),
                messages,
                alone ? List.of() : RequestedTool.offered(judging(draft)),
                budget,
                draft.stratum().text(),
                kind,
                draft.files(),
                config,
                rules,
                judging(draft),
                draft.intent(),
                found.stream().filter(v -> draft.rules().contains(v.rule())).toList(),
                shownRules,
                reference);
    }

    private SortedSet<String> judging(Draft draft) {
        return rules(draft.rules()).stream()
                .map(Rule::engine)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Rule> rules(List<String> ids) {
        return catalogue.rules().stream().filter(rule -> ids.contains(rule.id())).toList();
    }

    /** Covers the rules too: others accept other drafts, so that an index may then name another task. */
    private String digest(Origin origin, List<Message> messages) {
        List<String> shown = new ArrayList<>();
        shown.add(ConfigRemediation.VERSION);
        shown.add(origin.generator());
        shown.add(catalogue.digest());
        messages.forEach(message -> shown.add(message.role() + "\n" + message.content()));
        return Digest.of(shown.toArray(String[]::new));
    }
}
