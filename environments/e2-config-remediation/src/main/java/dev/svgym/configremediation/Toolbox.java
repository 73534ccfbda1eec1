package dev.svgym.configremediation;

import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.patch.Patched;
import dev.svgym.configremediation.patch.UnifiedDiff;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Action.ToolCall;
import dev.svgym.environment.Observation;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Trajectory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs the tools of a task on its working copy. They show; they never pay. */
record Toolbox(RemediationTask task, Engines engines) {

    private static final int MOST_SHOWN = 64 * 1024;
    private static final int MOST_LISTED = 1_000;

    Outcome run(ToolCall call, Trajectory trajectory) {
        if (task.tools().isEmpty()) {
            return shown("There are no tools for this task; answer now.");
        }
        if (trajectory.toolCalls() >= task.budget().toolCalls()) {
            return shown(
                    "The budget of %s tool calls is used up; answer now."
                            .formatted(task.budget().toolCalls()));
        }
        Workspace workspace = Workspace.after(trajectory, task);
        return switch (RequestedTool.of(call)) {
            case RequestedTool.Scan(var engine) -> scan(workspace, engine);
            case RequestedTool.View(var path) -> shown(view(workspace, path));
            case RequestedTool.ApplyPatch(var patch) -> shown(apply(workspace, patch));
            case RequestedTool.ResetWorkspace _ -> shown("The working copy is the original again.");
            case RequestedTool.Misread(var why) -> shown(why);
        };
    }

    private Outcome scan(Workspace workspace, String engine) {
        if (!task.engines().contains(engine)) {
            return shown(
                    "The engine %s holds none of the rules in force; they are judged by %s."
                            .formatted(engine, task.engines()));
        }
        return switch (task.kind().parse(workspace.files())) {
            case Parsed.Unreadable(var flaws) ->
                    shown(
                            "The working copy cannot be scanned:\n"
                                    + flaws.stream()
                                            .map(flaw ->
                                                    "- %s: %s"
                                                            .formatted(flaw.file(), flaw.message()))
                                            .collect(Collectors.joining("\n")));
            case Parsed.Read(var config) ->
                    switch (engines.scan(
                            new Subject(task.kind(), workspace.files(), config), List.of(engine))) {
                        case ScanResult.Scanned(var violations) -> report(task.shown(violations));
                        case ScanResult.Failed failed
                                when failed.cause() == ScanResult.Failed.Cause.CONFIG ->
                                shown(
                                        "The working copy is too much for the engine: "
                                                + failed.detail());
                        case ScanResult.Failed failed -> ConfigRemediation.lost(failed);
                    };
        };
    }

    private static Outcome report(List<Violation> violations) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        var list = data.putArray("violations");
        for (Violation violation :
                violations.subList(0, Math.min(MOST_LISTED, violations.size()))) {
            ObjectNode entry = list.addObject();
            entry.put("id", violation.rule());
            entry.put("object", violation.object());
            entry.put("path", String.join(".", violation.path()));
            entry.put("message", violation.message());
        }
        String lines =
                violations.stream()
                        .map(v -> "- %s %s: %s".formatted(v.rule(), v.object(), v.message()))
                        .collect(Collectors.joining("\n"));
        return new Outcome.Observed(
                new Observation(
                        cut(("Violations: " + violations.size() + "\n" + lines).strip()), data));
    }

    private static String view(Workspace workspace, String path) {
        String text = workspace.files().get(path);
        if (text == null) {
            return "There is no such file; expected one of %s."
                    .formatted(workspace.files().keySet());
        }
        var numbered = new StringBuilder();
        int number = 1;
        for (String line : text.lines().toList()) {
            numbered.append(String.format(Locale.ROOT, "%4d  %s\n", number++, line));
        }
        return cut(numbered.toString());
    }

    private static String apply(Workspace workspace, String patch) {
        return switch (UnifiedDiff.apply(patch, workspace.files())) {
            case Patched.Applied(var files) when files.equals(workspace.files()) ->
                    "The patch changes nothing.";
            case Patched.Applied _ -> "Applied.";
            case Patched.Refused(var why) -> "Not applied: " + why;
        };
    }

    private static Outcome shown(String content) {
        return new Outcome.Observed(Observation.text(content));
    }

    private static String cut(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "\n(cut)";
    }
}
