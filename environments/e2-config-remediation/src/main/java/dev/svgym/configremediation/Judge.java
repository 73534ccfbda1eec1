package dev.svgym.configremediation;

import dev.svgym.configremediation.RemediationAnswer.Repair;
import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.patch.Patched;
import dev.svgym.configremediation.patch.UnifiedDiff;
import dev.svgym.configremediation.preservation.Companions;
import dev.svgym.configremediation.preservation.Leftovers;
import dev.svgym.configremediation.preservation.Preservation;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes a repair through the gates. One instance judges one repair of one task. */
final class Judge {

    private final RemediationTask task;
    private final Catalogue catalogue;
    private final Engines engines;
    private final List<Verdict.Gate> gates = new ArrayList<>();

    Judge(RemediationTask task, Catalogue catalogue, Engines engines) {
        this.task = task;
        this.catalogue = catalogue;
        this.engines = engines;
    }

    /** Where a repair ended up. Every case tells the gates that were tried, the last of which may have failed. */
    sealed interface Finding {

        List<Verdict.Gate> gates();

        /** A structural gate failed. */
        record Refused(List<Verdict.Gate> gates) implements Finding {}

        /** The result was scanned. */
        record Scanned(
                List<Verdict.Gate> gates, boolean changed, int changedNodes, List<Violation> left)
                implements Finding {}

        /** The result breaks a healthy engine. */
        record Unscannable(List<Verdict.Gate> gates, String why) implements Finding {}

        /** The engine is at fault: there is no finding. */
        record Lost(List<Verdict.Gate> gates, ScanResult.Failed failure) implements Finding {}
    }

    Finding judge(Repair repair) {
        pass(Gate.FORMAT, "one JSON object of the schema");
        Optional<SortedMap<String, String>> files = files(repair);
        Optional<Config> config = files.flatMap(this::parse);
        if (config.isEmpty() || !addsNoSuppression(files.get())) {
            return new Finding.Refused(gates);
        }
        Companions companions =
                Companions.of(task.config(), config.get(), task.violations(), catalogue);
        if (!keepsIdentity(config.get(), companions)) {
            return new Finding.Refused(gates);
        }
        boolean changed = !files.get().equals(task.files());
        Preservation preservation =
                Preservation.of(
                        task.config(),
                        config.get(),
                        task.violations(),
                        catalogue,
                        task.intent(),
                        companions);
        List<String> leftovers =
                Leftovers.of(
                        task.config(),
                        task.files(),
                        config.get(),
                        files.get(),
                        task.violations(),
                        catalogue);
        return preserves(preservation, leftovers, changed)
                ? rescan(
                        new Subject(task.kind(), files.get(), config.get()),
                        changed,
                        preservation.changedNodes())
                : new Finding.Refused(gates);
    }

    private Optional<SortedMap<String, String>> files(Repair repair) {
        Patched patched =
                switch (repair) {
                    case Repair.Diff(var patch) -> UnifiedDiff.apply(patch, task.files());
                    case Repair.WholeFiles(var texts) -> replace(texts);
                };
        return switch (patched) {
            case Patched.Applied(var files) -> {
                pass(Gate.PATCH, "applies exactly");
                yield Optional.of(files);
            }
            case Patched.Refused(var why) -> {
                fail(Gate.PATCH, why);
                yield Optional.empty();
            }
        };
    }

    private Patched replace(Map<String, String> texts) {
        for (String path : texts.keySet()) {
            if (!task.files().containsKey(path)) {
                return new Patched.Refused(
                        "\"%s\" is not one of the files %s; none is created"
                                .formatted(excerpt(path), task.files().keySet()));
            }
        }
        SortedMap<String, String> files = new TreeMap<>(task.files());
        files.putAll(texts);
        return new Patched.Applied(files);
    }

    private Optional<Config> parse(SortedMap<String, String> files) {
        return switch (task.kind().parse(files)) {
            case Parsed.Unreadable(var flaws) -> {
                fail(
                        Gate.PARSE,
                        flaws.stream()
                                .map(flaw -> flaw.file() + ": " + flaw.message())
                                .collect(Collectors.joining("; ")));
                yield Optional.empty();
            }
            case Parsed.Read(var config)
                    when !config.documents().equals(task.config().documents()) -> {
                fail(
                        Gate.PARSE,
                        "expected the documents %s, got %s"
                                .formatted(task.config().documents(), config.documents()));
                yield Optional.empty();
            }
            case Parsed.Read(var config) when hasNewAnchors(config) -> {
                fail(Gate.PARSE, "expected no new anchors and aliases; write values out");
                yield Optional.empty();
            }
            case Parsed.Read(var config) -> {
                pass(Gate.PARSE, "%s objects".formatted(config.objects().size()));
                yield Optional.of(config);
            }
        };
    }

    private boolean hasNewAnchors(Config config) {
        return config.anchors().entrySet().stream()
                .anyMatch(file ->
                        file.getValue() > task.config().anchors().getOrDefault(file.getKey(), 0));
    }

    private boolean addsNoSuppression(SortedMap<String, String> files) {
        List<String> added = Suppressions.added(task.files(), files);
        return added.isEmpty()
                ? pass(Gate.SUPPRESSION, "none added")
                : fail(
                        Gate.SUPPRESSION,
                        "added %s; repair the fault, do not hide it".formatted(listed(added)));
    }

    private boolean keepsIdentity(Config config, Companions companions) {
        var was = identities(task.config().objects());
        var is =
                identities(
                        config.objects().stream()
                                .filter(object -> !companions.hold(object))
                                .toList());
        if (was.equals(is)) {
            return pass(Gate.IDENTITY, "the same %s objects".formatted(is.size()));
        }
        List<String> gone = without(was, is);
        List<String> come = without(is, was);
        if (gone.isEmpty() && come.isEmpty()) {
            return fail(
                    Gate.IDENTITY, "the same objects in another order; keep them where they are");
        }
        return fail(
                Gate.IDENTITY,
                "gone or other than before: %s; new: %s".formatted(listed(gone), listed(come)));
    }

    /** By file and object, in their order, what makes it that object. */
    private static List<String> identities(List<ConfigObject> objects) {
        return objects.stream().map(Judge::identity).toList();
    }

    private static String identity(ConfigObject object) {
        return "%s %s in %s with %s"
                .formatted(
                        object.id(),
                        object.identity(),
                        object.file(),
                        object.members().stream().sorted().toList());
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(identity -> !others.contains(identity)).toList();
    }

    private boolean preserves(Preservation preservation, List<String> leftovers, boolean changed) {
        if (!preservation.refused().isEmpty()) {
            return fail(Gate.PRESERVATION, listed(preservation.refused()));
        }
        if (!leftovers.isEmpty()) {
            return fail(Gate.PRESERVATION, listed(leftovers));
        }
        if (task.isClean() && changed) {
            return fail(
                    Gate.PRESERVATION, "no rule in force is violated, so nothing is to be changed");
        }
        if (preservation.changedNodes() > task.mostChangedNodes()) {
            return fail(
                    Gate.PRESERVATION,
                    "expected at most %s changed nodes, got %s"
                            .formatted(task.mostChangedNodes(), preservation.changedNodes()));
        }
        return pass(
                Gate.PRESERVATION,
                "%s nodes changed, all of them allowed".formatted(preservation.changedNodes()));
    }

    private Finding rescan(Subject repaired, boolean changed, int changedNodes) {
        return switch (engines.scan(repaired, task.engines())) {
            case ScanResult.Scanned(var violations) -> {
                List<Violation> left = left(repaired, violations);
                if (left.isEmpty()) {
                    pass(Gate.RESCAN, "no violation");
                } else {
                    fail(
                            Gate.RESCAN,
                            listed(
                                    left.stream()
                                            .map(v ->
                                                    v.rule()
                                                            + " at "
                                                            + v.object()
                                                            + ": "
                                                            + v.message())
                                            .toList()));
                }
                yield new Finding.Scanned(gates, changed, changedNodes, left);
            }
            case ScanResult.Failed failed when failed.cause() == ScanResult.Failed.Cause.CONFIG -> {
                fail(Gate.RESCAN, "unscannable: " + failed.detail());
                yield new Finding.Unscannable(gates, failed.detail());
            }
            case ScanResult.Failed failed -> new Finding.Lost(gates, failed);
        };
    }

    private List<Violation> left(Subject repaired, List<Violation> found) {
        List<Violation> left = new ArrayList<>(task.inForce(found));
        left.addAll(
                NamespaceLevels.refusing(task.violations(), repaired.config(), found, catalogue));
        return List.copyOf(left);
    }

    private boolean pass(Gate gate, String evidence) {
        return gates.add(gate.passed(evidence));
    }

    private boolean fail(Gate gate, String evidence) {
        gates.add(gate.failed(evidence));
        return false;
    }

    private static String listed(List<String> sentences) {
        int most = 10;
        String shown =
                sentences.stream()
                        .limit(most)
                        .map(Judge::excerpt)
                        .collect(Collectors.joining("; "));
        return sentences.size() > most
                ? shown + "; and %s more".formatted(sentences.size() - most)
                : shown;
    }

    private static String excerpt(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
