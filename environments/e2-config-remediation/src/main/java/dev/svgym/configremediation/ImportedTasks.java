package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.imports.ConfigImporter;
import dev.svgym.configremediation.imports.ConfigRow;
import dev.svgym.configremediation.imports.KindRules;
import dev.svgym.configremediation.imports.ViolationCount;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.preservation.Intent;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.ScanResult.Failed.Cause;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Budget;
import dev.svgym.environment.Digest;
import dev.svgym.environment.Task.Message;
import dev.svgym.environment.TaskReference.FromSet;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.imports.ImportedSets;
import dev.svgym.environment.imports.ImportedTaskIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes tasks of rows of imported sets: their violations are what the engines find now, under every rule that judges
 * their kind.
 */
record ImportedTasks(
        List<ConfigKind> kinds,
        Catalogue catalogue,
        Engines engines,
        ImportedSets sets,
        ImportedTaskIds ids) {

    private static final Budget BUDGET = RemediationTask.WITH_TOOLS;

    /**
     * The task at a place.
     *
     * @throws TaskRefusedException where there is none, or where it cannot be judged now
     */
    RemediationTask task(FromSet place) {
        var row = ConfigRow.of(sets.read(place.set(), place.split(), place.index()));
        ConfigKind kind = kind(row);
        Config config = config(row, kind);
        var inForce = KindRules.of(catalogue, kind);
        List<Violation> violations = violations(new Subject(kind, row.files(), config), inForce);
        List<Message> messages =
                new Prompt(
                                kind,
                                row.files(),
                                inForce.rules(),
                                Intent.NONE,
                                BUDGET,
                                inForce.rules(),
                                List.of())
                        .messages();
        return new RemediationTask(
                ids.of(place),
                digest(messages),
                messages,
                RequestedTool.offered(inForce.engines()),
                BUDGET,
                ViolationCount.of(violations.size()).stratum(kind),
                kind,
                row.files(),
                config,
                inForce.rules(),
                inForce.engines(),
                Intent.NONE,
                violations,
                inForce.rules(),
                Optional.empty());
    }

    /** Covers the rules too: under others the same row may be another task. */
    private String digest(List<Message> messages) {
        List<String> shown = new ArrayList<>();
        shown.add(ConfigRemediation.VERSION);
        shown.add(ConfigImporter.VERSION);
        shown.add(catalogue.digest());
        messages.forEach(message -> shown.add(message.role() + "\n" + message.content()));
        return Digest.of(shown.toArray(String[]::new));
    }

    private ConfigKind kind(ConfigRow row) {
        return kinds.stream()
                .filter(kind -> kind.label().equals(row.kind()))
                .findFirst()
                .orElseThrow(() -> gone("its kind is %s".formatted(row.kind())));
    }

    private static Config config(ConfigRow row, ConfigKind kind) {
        return switch (kind.parse(row.files())) {
            case Parsed.Read(var config) -> config;
            case Parsed.Unreadable(var flaws) -> throw gone(flaws.getFirst().message());
        };
    }

    private List<Violation> violations(Subject subject, KindRules inForce) {
        return switch (engines.scan(subject, inForce.engines())) {
            case ScanResult.Scanned(var found) -> inForce.inForce(found);
            case ScanResult.Failed failed when failed.cause() == Cause.CONFIG ->
                    throw gone("too much for the engine: " + failed.detail());
            case ScanResult.Failed failed -> throw InlineTasks.unavailable(failed);
        };
    }

    private static TaskRefusedException gone(String why) {
        return new TaskRefusedException(
                Reason.UNAVAILABLE,
                "This server does not read a row that another one imported (%s); import its file again."
                        .formatted(why));
    }
}
