package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
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
import dev.svgym.environment.TaskRefusedException.FieldError;
import dev.svgym.environment.TaskRefusedException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes tasks of what callers bring: its violations are what the engines find under the rules in force. */
final class InlineTasks {

    static final String STRATUM = "inline";
    private static final int MOST_VIOLATIONS = 1_000;
    private static final Budget BUDGET = RemediationTask.WITH_TOOLS;
    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final List<ConfigKind> kinds;
    private final Catalogue catalogue;
    private final Engines engines;

    InlineTasks(List<ConfigKind> kinds, Catalogue catalogue, Engines engines) {
        this.kinds = List.copyOf(kinds);
        this.catalogue = catalogue;
        this.engines = engines;
    }

    RemediationTask pose(JsonNode json) {
        TaskDefinition definition = TaskDefinition.read(json, kinds);
        List<Rule> rules = rules(definition);
        SortedSet<String> judging = engines(definition, rules);
        Config config = parse(definition);
        var prompt =
                new Prompt(
                        definition.kind(),
                        definition.files(),
                        rules,
                        definition.intent(),
                        BUDGET,
                        rules,
                        List.of());
        List<Message> messages = prompt.messages();
        return new RemediationTask(
                "inline-" + Digest.of(CANONICAL.writeValueAsString(json)),
                digest(messages),
                messages,
                RequestedTool.offered(judging),
                BUDGET,
                STRATUM,
                definition.kind(),
                definition.files(),
                config,
                rules,
                judging,
                definition.intent(),
                violations(
                        new Subject(definition.kind(), definition.files(), config), judging, rules),
                rules,
                Optional.empty());
    }

    private static String digest(List<Message> messages) {
        var shown = new ArrayList<String>();
        shown.add(ConfigRemediation.VERSION);
        messages.forEach(message -> shown.add(message.role() + "\n" + message.content()));
        return Digest.of(shown.toArray(String[]::new));
    }

    /**
     * Those that the definition asks for, else those that its rules need. An engine that holds no rule of the kind has
     * nothing to scan for, and is none of the task's.
     */
    private SortedSet<String> engines(TaskDefinition definition, List<Rule> rules) {
        SortedSet<String> needed =
                rules.stream().map(Rule::engine).collect(Collectors.toCollection(TreeSet::new));
        if (definition.engines().isEmpty()) {
            return needed;
        }
        SortedSet<String> asked = new TreeSet<>(definition.engines());
        if (!asked.containsAll(needed)) {
            throw TaskDefinition.refusal(
                    List.of(
                            new FieldError(
                                    "/engines",
                                    "expected every engine that the rules need, %s, got %s; leave it out for those"
                                            .formatted(needed, asked))));
        }
        asked.retainAll(
                catalogue.rules().stream()
                        .filter(rule -> rule.kind().equals(definition.kind().label()))
                        .map(Rule::engine)
                        .collect(Collectors.toSet()));
        return asked;
    }

    /**
     * In the order of the catalogue, each once. A set brings rules about sources only where the intent names sources; by
     * its id such a rule is always in force.
     */
    private List<Rule> rules(TaskDefinition definition) {
        String kind = definition.kind().label();
        Set<Rule> wanted = new LinkedHashSet<>();
        List<FieldError> errors = new ArrayList<>();
        List<String> names = definition.rules();
        for (int i = 0; i < names.size(); i++) {
            var named = catalogue.ofKind(kind, names.get(i));
            if (named.isEmpty()) {
                errors.add(
                        new FieldError(
                                "/rules/" + i,
                                "expected the id of a rule or the name of a set, one of %s"
                                        .formatted(catalogue.names(kind))));
            }
            String name = names.get(i);
            named.ifPresent(found ->
                    found.stream()
                            .filter(rule ->
                                    rule.id().equals(name)
                                            || !rule.isAboutSources()
                                            || !definition.intent().sources().isEmpty())
                            .forEach(wanted::add));
        }
        TaskDefinition.refuse(errors);
        return catalogue.rules().stream().filter(wanted::contains).toList();
    }

    private static Config parse(TaskDefinition definition) {
        return switch (definition.kind().parse(definition.files())) {
            case Parsed.Read(var config) -> config;
            case Parsed.Unreadable(var flaws) ->
                    throw TaskDefinition.refusal(
                            flaws.stream()
                                    .map(flaw ->
                                            new FieldError(
                                                    TaskDefinition.pointer("/files", flaw.file()),
                                                    flaw.message()))
                                    .toList());
        };
    }

    private List<Violation> violations(
            Subject subject, SortedSet<String> judging, List<Rule> rules) {
        var inForce = rules.stream().map(Rule::id).toList();
        return switch (engines.scan(subject, judging)) {
            case ScanResult.Scanned(var found) when found.size() > MOST_VIOLATIONS ->
                    throw TaskDefinition.refusal(
                            List.of(
                                    new FieldError(
                                            "/files",
                                            "expected at most %s violations of all rules, got %s"
                                                    .formatted(MOST_VIOLATIONS, found.size()))));
            case ScanResult.Scanned(var found) ->
                    found.stream().filter(v -> inForce.contains(v.rule())).toList();
            case ScanResult.Failed failed when failed.cause() == ScanResult.Failed.Cause.CONFIG ->
                    throw TaskDefinition.refusal(
                            List.of(
                                    new FieldError(
                                            "/files",
                                            "too much for the engine: " + failed.detail())));
            case ScanResult.Failed failed -> throw unavailable(failed);
        };
    }

    /** An engine's fault: there is no task now, and the same reference may be sent again. */
    static TaskRefusedException unavailable(ScanResult.Failed failed) {
        return new TaskRefusedException(
                failed.cause() == ScanResult.Failed.Cause.OVERLOAD
                        ? Reason.OVERLOADED
                        : Reason.UNAVAILABLE,
                "%s: %s".formatted(failed.engine(), failed.detail()));
    }
}
