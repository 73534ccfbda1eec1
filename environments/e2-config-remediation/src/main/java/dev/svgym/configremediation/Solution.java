package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.patch.DiffWriter;
import dev.svgym.configremediation.scanner.Violation;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hidden side of a generated task with an answer that succeeds, as JSON. */
final class Solution {

    private Solution() {}

    /**
     * {@code answer}; {@code violations} with their places; {@code stratum}; {@code generator} and {@code seed}; and what
     * is in the task: {@code archetype}, {@code layout}, {@code help}, {@code hint}, {@code decoys}, {@code exemptions},
     * {@code anchors}, {@code lines}, {@code changed_nodes}.
     */
    static JsonNode of(RemediationTask task, Reference reference, Catalogue catalogue) {
        ObjectNode solution = JsonNodeFactory.instance.objectNode();
        ObjectNode answer = solution.putObject("answer");
        var reports = answer.putArray("violations");
        for (Violation violation : task.violations()) {
            ObjectNode report = reports.addObject();
            report.put("id", violation.rule());
            report.put("object", violation.object());
            report.put("severity", severity(violation, catalogue));
        }
        answer.put("patch", DiffWriter.between(task.files(), reference.files()));
        answer.put("confidence", 1);
        var violations = solution.putArray("violations");
        for (Violation violation : task.violations()) {
            ObjectNode entry = violations.addObject();
            entry.put("rule", violation.rule());
            entry.put("object", violation.object());
            entry.set("path", list(violation.path()));
            entry.put("message", violation.message());
        }
        var traits = reference.traits();
        solution.put("stratum", task.stratum());
        solution.put("generator", reference.generator());
        solution.put("seed", reference.seed());
        solution.put("archetype", traits.archetype());
        solution.put("layout", traits.layout().text());
        solution.put("help", traits.help().text());
        solution.put("hint", traits.hint().text());
        solution.set("decoys", list(traits.decoys()));
        solution.set("exemptions", list(traits.exemptions()));
        solution.put("anchors", traits.anchors());
        solution.put("lines", traits.lines());
        solution.put("changed_nodes", reference.changedNodes());
        return solution;
    }

    private static String severity(Violation violation, Catalogue catalogue) {
        return switch (catalogue.rule(violation.rule()).severity()) {
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }

    private static JsonNode list(List<String> texts) {
        var list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
