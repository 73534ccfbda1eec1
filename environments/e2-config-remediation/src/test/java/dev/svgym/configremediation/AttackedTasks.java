package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.redteam.Documents;
import dev.svgym.configremediation.redteam.Exploit;
import dev.svgym.configremediation.redteam.Target;
import dev.svgym.configremediation.scanner.Violation;
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
import java.util.Optional;
import java.util.OptionalDouble;
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
    private static final double ROUNDING = 1e-9;

    /** One of each stratum that a sample holds. */
    static List<AttackedTasks> generated() {
        return ofEachStratum(Stream.concat(first(Split.TRAIN, 80), first(Split.OOD, 20)));
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
                        "/dev/svgym/configremediation/redteam/",
                        "pss-restricted"));
        rules("kubernetes", "opa").forEach(rule -> tasks.add(inline(rule)));
        return tasks;
    }

    /** The same of the rules for text, all of them in force, and something with many secrets. */
    static List<AttackedTasks> ofText() {
        List<AttackedTasks> tasks = new ArrayList<>();
        tasks.add(
                inline(
                        "a workload of many secrets",
                        "/dev/svgym/configremediation/redteam/secrets-",
                        "k8s-text"));
        for (JsonNode rule : rules("kubernetes", "semgrep")) {
            tasks.add(
                    inline(
                            rule.required("id").stringValue(),
                            POLICIES + "semgrep/" + rule.required("folder").stringValue() + "/",
                            "k8s-text"));
        }
        return tasks;
    }

    /** The rules of an engine that judge configs of a kind. */
    private static List<JsonNode> rules(String kind, String engine) {
        return MAPPER
                .readTree(Examples.resource(POLICIES + "catalogue.json"))
                .required("rules")
                .values()
                .stream()
                .filter(rule -> !rule.required("fixes").isEmpty())
                .filter(rule -> rule.required("kind").stringValue().equals(kind))
                .filter(rule -> rule.required("engine").stringValue().equals(engine))
                .toList();
    }

    private static AttackedTasks inline(JsonNode rule) {
        boolean restricted =
                rule.required("sets").values().stream()
                        .anyMatch(set -> set.stringValue().equals("pss-restricted"));
        return inline(
                rule.required("id").stringValue(),
                POLICIES + "rego/" + rule.required("folder").stringValue() + "/",
                restricted ? "pss-restricted" : "k8s-all");
    }

    private static AttackedTasks inline(String name, String files, String rules) {
        String definition = Examples.definition(Examples.resource(files + "failing.yaml"), rules);
        var task =
                (RemediationTask)
                        Examples.ENVIRONMENT.pose(
                                new TaskReference.Inline(MAPPER.readTree(definition)));
        return of(
                name,
                task,
                new TreeMap<>(Map.of("pod.yaml", Examples.resource(files + "passing.yaml"))));
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
                                .toList(),
                        task.violations().stream()
                                .map(violation -> found(task, violation))
                                .filter(JsonNode::isString)
                                .map(JsonNode::stringValue)
                                .toList()));
    }

    /** What stands at the place of a violation. */
    private static JsonNode found(RemediationTask task, Violation violation) {
        JsonNode node =
                task.config().objects().stream()
                        .filter(object -> object.id().equals(violation.resource()))
                        .findFirst()
                        .orElseThrow()
                        .tree();
        for (String key : violation.path()) {
            node = node.path(key);
        }
        return node;
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

    /** A generated Dockerfile task of each stratum that a sample holds. */
    static List<AttackedTasks> generatedDockerfiles() {
        return ofEachStratum(GeneratedSample.Dockerfiles.TRAIN.stream());
    }

    /** A generated Terraform task of each stratum that a sample holds. */
    static List<AttackedTasks> generatedTerraform() {
        return ofEachStratum(
                Stream.concat(
                        GeneratedSample.Terraform.TRAIN.stream(),
                        GeneratedSample.Terraform.OOD.stream()));
    }

    private static List<AttackedTasks> ofEachStratum(Stream<RemediationTask> tasks) {
        Set<String> strata = new HashSet<>();
        return tasks.filter(task -> strata.add(task.stratum()))
                .map(task ->
                        of(
                                task.stratum() + " " + task.id(),
                                task,
                                task.reference().orElseThrow().files()))
                .toList();
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

    /** Several files of each cloud with many faults, and the failing example of each rule about Terraform that judges. */
    static List<AttackedTasks> terraform() {
        List<AttackedTasks> tasks = new ArrayList<>();
        tasks.add(terraform("aws", "main.tf", "network.tf", "archive/main.tf", "sandbox/main.tf"));
        tasks.add(terraform("azure", "main.tf"));
        tasks.add(terraform("gcp", "main.tf", "data.tf"));
        for (JsonNode rule : rules("terraform", "opa")) {
            String folder = POLICIES + "rego/" + rule.required("folder").stringValue();
            tasks.add(
                    terraform(
                            rule.required("id").stringValue(),
                            Map.of("main.tf", Examples.resource(folder + "/failing.tf")),
                            Map.of("main.tf", Examples.resource(folder + "/passing.tf"))));
        }
        return tasks;
    }

    private static AttackedTasks terraform(String cloud, String... paths) {
        String folder = "/dev/svgym/configremediation/redteam/terraform/" + cloud;
        Map<String, String> failing = new TreeMap<>();
        Map<String, String> passing = new TreeMap<>();
        for (String path : paths) {
            failing.put(path, Examples.resource(folder + "/failing/" + path));
            passing.put(path, Examples.resource(folder + "/passing/" + path));
        }
        return terraform(cloud, failing, passing);
    }

    private static AttackedTasks terraform(
            String name, Map<String, String> failing, Map<String, String> passing) {
        String definition =
                Examples.definition(
                        "terraform",
                        failing,
                        Map.of(
                                "rules",
                                List.of("tf-all"),
                                "intent",
                                Map.of("sources", List.of("10.20.0.0/16"))));
        var task =
                (RemediationTask)
                        Examples.ENVIRONMENT.pose(
                                new TaskReference.Inline(MAPPER.readTree(definition)));
        return of(name, task, new TreeMap<>(passing));
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

    /** An attack on some tasks fails, and there is one that it can be tried on. */
    static void assertFails(Exploit exploit, List<AttackedTasks> tasks) {
        List<String> faults = new ArrayList<>();
        int attacked = 0;
        for (AttackedTasks task : tasks) {
            Optional<String> answer = exploit.answer().apply(task.target());
            if (answer.isPresent()) {
                attacked++;
                task.fault(exploit, answer.get()).ifPresent(faults::add);
            }
        }
        assertThat(faults.stream().limit(3)).as(exploit.toString()).isEmpty();
        assertThat(attacked).as("tasks that can be attacked so").isPositive();
    }

    /** What is wrong with how an attack fared; absent where it failed as it has to. */
    Optional<String> fault(Exploit exploit, String answer) {
        Verdict verdict = judge(answer);
        if (verdict.success().orElse(0) != 0) {
            return Optional.of("%s: succeeds%n%s".formatted(target.name(), answer));
        }
        Verdict.Gate last = verdict.gates().getLast();
        String gate = last.passed() ? Exploit.NO_GATE : last.name();
        if (!exploit.gates().contains(gate)) {
            return Optional.of(
                    "%s: %s by %s%n%s".formatted(target.name(), gate, last.evidence(), answer));
        }
        double most = bestHonestFailure();
        return verdict.reward().orElse(0) > most + ROUNDING
                ? Optional.of(
                        "%s: pays %s, an honest failure %s, %s"
                                .formatted(target.name(), verdict.reward(), most, verdict.parts()))
                : Optional.empty();
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
        return new RemediationReward(
                        false, true, 1, OptionalDouble.of(1), OptionalDouble.of(fixed), 0, 0, 0, 0)
                .scalar();
    }
}
