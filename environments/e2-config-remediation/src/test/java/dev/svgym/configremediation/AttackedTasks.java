package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.redteam.Documents;
import dev.svgym.configremediation.redteam.Target;
import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskReference.FromSplit;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
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
        return Stream.concat(first(Split.TRAIN, 80), first(Split.OOD, 20))
                .filter(task -> strata.add(task.stratum()))
                .map(task ->
                        of(
                                task.stratum() + " " + task.id(),
                                task,
                                task.reference().orElseThrow().files()))
                .toList();
    }

    private static Stream<RemediationTask> first(Split split, int number) {
        return LongStream.range(0, number)
                .mapToObj(index ->
                        (RemediationTask) Examples.ENVIRONMENT.pose(new FromSplit(split, index)));
    }

    /**
     * The failing example of each rule that judges, under the set of rules that it is an example for, and a workload of
     * many parts.
     */
    static List<AttackedTasks> inline() {
        List<AttackedTasks> tasks = new ArrayList<>();
        tasks.add(
                inline(
                        "a workload of many parts",
                        "/dev/svgym/configremediation/redteam",
                        "pss-restricted"));
        JsonNode catalogue =
                MAPPER.readTree(Examples.resource(POLICIES + "catalogue.json")).required("rules");
        for (JsonNode rule : catalogue) {
            if (isOfManifests(rule)) {
                tasks.add(inline(rule));
            }
        }
        return tasks;
    }

    /** The attacks are on Kubernetes, and on the rules of its structure. */
    private static boolean isOfManifests(JsonNode rule) {
        return !rule.required("fixes").isEmpty()
                && rule.required("kind").stringValue().equals("kubernetes")
                && rule.required("engine").stringValue().equals("opa");
    }

    private static AttackedTasks inline(JsonNode rule) {
        boolean restricted =
                rule.required("sets").values().stream()
                        .anyMatch(set -> set.stringValue().equals("pss-restricted"));
        return inline(
                rule.required("id").stringValue(),
                POLICIES + "rego/" + rule.required("folder").stringValue(),
                restricted ? "pss-restricted" : "k8s-all");
    }

    private static AttackedTasks inline(String name, String folder, String rules) {
        String definition = Examples.definition(Examples.resource(folder + "/failing.yaml"), rules);
        var task =
                (RemediationTask)
                        Examples.ENVIRONMENT.pose(
                                new TaskReference.Inline(MAPPER.readTree(definition)));
        return of(
                name,
                task,
                new TreeMap<>(Map.of("pod.yaml", Examples.resource(folder + "/passing.yaml"))));
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
                        documents(task, task.files()),
                        documents(task, repaired),
                        reports,
                        Examples.POLICIES.catalogue().rules().stream()
                                .filter(Rule::judges)
                                .filter(rule -> rule.kind().equals(task.kind().label()))
                                .map(Rule::id)
                                .toList()));
    }

    /** Only manifests are trees. */
    private static Documents documents(RemediationTask task, SortedMap<String, String> files) {
        return Documents.of(
                task.kind().label().equals("kubernetes") ? files : new TreeMap<String, String>());
    }

    /** A Dockerfile of two stages with many faults, and the failing example of each rule about Dockerfiles that judges. */
    static List<AttackedTasks> dockerfiles() {
        List<AttackedTasks> tasks = new ArrayList<>();
        tasks.add(
                dockerfile(
                        "two stages",
                        "/dev/svgym/configremediation/redteam",
                        List.of("df-all", "df-text")));
        for (JsonNode rule :
                MAPPER.readTree(Examples.resource(POLICIES + "catalogue.json")).required("rules")) {
            if (rule.required("kind").stringValue().equals("dockerfile")
                    && !rule.required("fixes").isEmpty()) {
                boolean text = rule.required("engine").stringValue().equals("semgrep");
                tasks.add(
                        dockerfile(
                                rule.required("id").stringValue(),
                                POLICIES
                                        + (text ? "semgrep/" : "rego/")
                                        + rule.required("folder").stringValue(),
                                List.of("df-all", "df-text")));
            }
        }
        return tasks;
    }

    private static AttackedTasks dockerfile(String name, String folder, List<String> rules) {
        String definition =
                Examples.definition(
                        "dockerfile",
                        Map.of("Dockerfile", Examples.resource(folder + "/failing.dockerfile")),
                        Map.of("rules", rules));
        var task =
                (RemediationTask)
                        Examples.ENVIRONMENT.pose(
                                new TaskReference.Inline(MAPPER.readTree(definition)));
        return of(
                name,
                task,
                new TreeMap<>(
                        Map.of("Dockerfile", Examples.resource(folder + "/passing.dockerfile"))));
    }

    private static String severity(String rule) {
        return switch (Examples.POLICIES.catalogue().rule(rule).severity()) {
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }

    Verdict judge(String answer) {
        Outcome outcome =
                Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, new Action.Answer(answer));
        return ((Outcome.Finished) outcome).verdict();
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
        double all = Arrays.stream(weights).sum();
        double fixed = weights.length == 0 ? 0 : (all - weights[0]) / all;
        return 0.15 + 0.30 * fixed + 0.05;
    }
}
