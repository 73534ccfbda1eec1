package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.redteam.Documents;
import dev.svgym.configremediation.redteam.Target;
import dev.svgym.environment.TaskReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tasks that are attacked and honestly repaired: a generated one of each stratum, and the examples of rules, inline. */
record AttackedTasks(RemediationTask task, Target target) {

    private static final String POLICIES = "/dev/svgym/policies/";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** One of each stratum that a sample holds. */
    static List<AttackedTasks> generated() {
        Set<String> strata = new HashSet<>();
        return Stream.concat(GeneratedSample.TRAIN.stream(), GeneratedSample.OOD.stream())
                .filter(task -> strata.add(task.stratum()))
                .map(task ->
                        of(
                                task.stratum() + " " + task.id(),
                                task,
                                GeneratedSample.reference(task).files()))
                .toList();
    }

    /** The failing example of each rule that judges, under the set of rules that it is an example for. */
    static List<AttackedTasks> inline() {
        List<AttackedTasks> tasks = new ArrayList<>();
        JsonNode catalogue =
                MAPPER.readTree(Examples.resource(POLICIES + "catalogue.json")).required("rules");
        for (JsonNode rule : catalogue) {
            if (!rule.required("fixes").isEmpty()) {
                tasks.add(inline(rule));
            }
        }
        return tasks;
    }

    private static AttackedTasks inline(JsonNode rule) {
        String folder = POLICIES + "rego/" + rule.required("folder").stringValue();
        boolean restricted =
                rule.required("sets").values().stream()
                        .anyMatch(set -> set.stringValue().equals("pss-restricted"));
        String failing = Examples.resource(folder + "/failing.yaml");
        var task =
                (RemediationTask)
                        Examples.ENVIRONMENT.pose(
                                new TaskReference.Inline(
                                        MAPPER.readTree(
                                                Examples.definition(
                                                        failing,
                                                        restricted
                                                                ? "pss-restricted"
                                                                : "k8s-all"))));
        return of(
                rule.required("id").stringValue(),
                task,
                new TreeMap<>(
                        Map.of("pod.yaml", Examples.resource(folder + "/passing.yaml"))));
    }

    private static AttackedTasks of(
            String name, RemediationTask task, SortedMap<String, String> repaired) {
        var reports = JsonNodeFactory.instance.arrayNode();
        task.violations()
                .forEach(violation ->
                        reports.addObject()
                                .put("id", violation.rule())
                                .put("object", violation.object())
                                .put("severity", severity(violation.rule())));
        return new AttackedTasks(
                task,
                new Target(
                        name,
                        task.files(),
                        repaired,
                        Documents.of(task.files()),
                        Documents.of(repaired),
                        reports,
                        Examples.POLICIES.catalogue().rules().stream()
                                .filter(Rule::judges)
                                .map(Rule::id)
                                .toList()));
    }

    private static String severity(String rule) {
        return switch (Examples.POLICIES.catalogue().rule(rule).severity()) {
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }

    /**
     * What is paid for a failure that is as good as one can honestly be: everything is named, all is repaired but what
     * weighs least, and the failure is foreseen.
     */
    double bestHonestFailure() {
        int[] weights =
                task.violations().stream()
                        .mapToInt(violation ->
                                Examples.POLICIES
                                        .catalogue()
                                        .rule(violation.rule())
                                        .severity()
                                        .weight())
                        .sorted()
                        .toArray();
        double all = java.util.Arrays.stream(weights).sum();
        double fixed = weights.length == 0 ? 0 : (all - weights[0]) / all;
        return 0.15 + 0.30 * fixed + 0.05;
    }
}
