package dev.svgym.configremediation.imports;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.environment.WellFormed;
import dev.svgym.environment.imports.ObjectRows;
import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.Shown;
import dev.svgym.environment.imports.SplitNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SV-Bench E2: {@code {"question", "info"?: {"violations", "patch"}, "meta"?: {"lang", "source", "split"}}} a line. Safe
 * for use by many threads.
 */
final class SvBenchRows implements ObjectRows.Reading {

    /** As for the files of an inline task. */
    private static final int MOST_CHARACTERS = 256 * 1024;

    private static final int MOST_VIOLATIONS = 1_000;
    private static final int MOST_FINDINGS = 200;
    private static final Set<String> FIELDS = Set.of("question", "info", "meta");
    private static final Set<String> INFO_FIELDS = Set.of("violations", "patch");
    private static final Set<String> FINDING_FIELDS =
            Set.of("tool", "rule_id", "severity", "msg", "loc");

    private final Recognition recognition;
    private final Map<String, KindRules> rules;
    private final PatientScan scan;

    SvBenchRows(List<ConfigKind> kinds, Catalogue catalogue, Engines engines) {
        this.recognition = new Recognition(kinds);
        this.rules =
                kinds.stream()
                        .collect(
                                Collectors.toMap(
                                        ConfigKind::label, kind -> KindRules.of(catalogue, kind)));
        this.scan = new PatientScan(engines);
    }

    @Override
    public Row row(long line, ObjectNode object) {
        List<String> problems = problems(object);
        if (!problems.isEmpty()) {
            return new Row.Unusable(line, String.join("; ", problems));
        }
        JsonNode meta = object.path("meta");
        return switch (recognition.of(
                object.path("question").stringValue(),
                meta.path("lang").stringValue(""),
                meta.path("source").stringValue(""))) {
            case Recognition.Result.Unknown(var reason) -> new Row.Unusable(line, reason);
            case Recognition.Result.Known known -> judged(line, object, known);
        };
    }

    private Row judged(long line, ObjectNode object, Recognition.Result.Known known) {
        KindRules inForce = rules.get(known.kind().label());
        if (inForce == null || inForce.rules().isEmpty()) {
            return new Row.Unusable(
                    line, "no rule of the catalogue judges " + known.kind().label());
        }
        var subject = new Subject(known.kind(), known.files(), known.config());
        return switch (scan.of(subject, inForce.engines())) {
            case ScanResult.Failed failed ->
                    new Row.Unusable(
                            line,
                            "/question: too much for the engine: "
                                    + Shown.of(failed.detail(), Shown.LONG));
            case ScanResult.Scanned(var found) when found.size() > MOST_VIOLATIONS ->
                    new Row.Unusable(
                            line,
                            "/question: expected at most %d violations, got %d"
                                    .formatted(MOST_VIOLATIONS, found.size()));
            case ScanResult.Scanned(var found) ->
                    usable(line, object, known, inForce.inForce(found).size());
        };
    }

    private static Row usable(
            long line, ObjectNode object, Recognition.Result.Known known, int violations) {
        JsonNode meta = object.path("meta");
        return new Row.Usable(
                line,
                new ConfigRow(
                                known.kind().label(),
                                known.files(),
                                meta.path("source").stringValue(""),
                                findings(object.path("info").path("violations")))
                        .json(),
                Likeness.of(known.kind(), known.config()),
                known.kind().label(),
                ViolationCount.of(violations).text(),
                SplitNames.read(meta.path("split").stringValue("")));
    }

    /** Each name once. */
    private static List<String> findings(JsonNode violations) {
        return violations.values().stream()
                .map(finding ->
                        Shown.of(
                                finding.path("tool").stringValue()
                                        + "/"
                                        + finding.path("rule_id").stringValue(),
                                Shown.LONG))
                .distinct()
                .limit(MOST_FINDINGS)
                .toList();
    }

    private static List<String> problems(ObjectNode object) {
        List<String> problems = new ArrayList<>();
        allowOnly("", object, FIELDS, problems);
        if (!object.has("question")) {
            problems.add("missing field /question");
        } else {
            question(object.path("question"), problems);
        }
        if (object.has("info")) {
            info(object.path("info"), problems);
        }
        JsonNode meta = object.path("meta");
        if (object.has("meta") && !meta.isObject()) {
            problems.add("/meta: expected an object");
        }
        for (String name : List.of("lang", "source", "split")) {
            text("/meta/" + name, meta, name, problems);
        }
        return problems;
    }

    private static void question(JsonNode question, List<String> problems) {
        if (!question.isString() || question.stringValue().isBlank()) {
            problems.add("/question: expected a text that is not blank");
            return;
        }
        String text = question.stringValue();
        if (text.indexOf(Shown.UNDECODABLE) >= 0 || !WellFormed.text(text).equals(text)) {
            problems.add("/question: expected UTF-8, got other bytes");
        } else if (text.length() > MOST_CHARACTERS) {
            problems.add(
                    "/question: expected at most %d characters, got %d"
                            .formatted(MOST_CHARACTERS, text.length()));
        }
    }

    private static void info(JsonNode info, List<String> problems) {
        if (!(info instanceof ObjectNode object)) {
            problems.add("/info: expected an object");
            return;
        }
        allowOnly("/info", object, INFO_FIELDS, problems);
        text("/info/patch", object, "patch", problems);
        JsonNode violations = object.path("violations");
        if (object.has("violations") && !violations.isArray()) {
            problems.add("/info/violations: expected a list");
            return;
        }
        for (int i = 0; i < violations.size() && problems.isEmpty(); i++) {
            String place = "/info/violations/" + i;
            JsonNode finding = violations.get(i);
            if (finding instanceof ObjectNode found
                    && found.path("tool").isString()
                    && found.path("rule_id").isString()) {
                allowOnly(place, found, FINDING_FIELDS, problems);
            } else {
                problems.add(place + ": expected an object with the texts tool and rule_id");
            }
        }
    }

    /** Where a field is there it is a text, or null. */
    private static void text(String place, JsonNode parent, String name, List<String> problems) {
        if (parent.hasNonNull(name) && !parent.path(name).isString()) {
            problems.add(place + ": expected a text");
        }
    }

    private static void allowOnly(
            String place, ObjectNode object, Set<String> fields, List<String> problems) {
        for (String name : object.propertyNames()) {
            if (!fields.contains(name)) {
                problems.add(
                        "%s/%s: unknown field; expected only %s"
                                .formatted(
                                        place, Shown.of(name), fields.stream().sorted().toList()));
                return;
            }
        }
    }
}
