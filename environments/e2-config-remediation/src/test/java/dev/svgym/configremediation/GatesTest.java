package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What each gate refuses, by the real engine, on a pod that breaks many rules. */
class GatesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Task FAULTY = pose(Examples.POD);
    private static final Task CLEAN = pose(Examples.REPAIRED);

    private static final String HONEST_PATCH =
            """
            --- a/pod.yaml
            +++ b/pod.yaml
            @@ -6,7 +6,6 @@
                 team: shop
             spec:
            -  hostNetwork: true
               containers:
                 - name: app
                   image: registry.example/shop/web:1.4.2
                   args: ["--port", "8080"]
            @@ -14,7 +13,9 @@
                     - name: MODE
                       value: production
                   securityContext:
            -        privileged: true
            -        allowPrivilegeEscalation: true
            +        allowPrivilegeEscalation: false
            +        runAsNonRoot: true
            +        seccompProfile:
            +          type: RuntimeDefault
                     capabilities:
            -          add: ["SYS_ADMIN"]
            +          drop: ["ALL"]
            """;

    private static Task pose(String text) {
        return Examples.ENVIRONMENT.pose(
                new TaskReference.Inline(MAPPER.readTree(Examples.definition(text))));
    }

    private static Verdict judge(Task task, String answer) {
        Outcome outcome =
                Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, new Action.Answer(answer));
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        return ((Outcome.Finished) outcome).verdict();
    }

    private static void assertRefusedBy(String gate, Verdict verdict) {
        assertThat(verdict.success()).hasValue(0);
        assertThat(verdict.gates().getLast().name()).isEqualTo(gate);
        assertThat(verdict.gates().getLast().passed()).isFalse();
        assertThat(verdict.gates().subList(0, verdict.gates().size() - 1))
                .allMatch(Verdict.Gate::passed);
        assertThat(verdict.reward().getAsDouble())
                .isLessThanOrEqualTo(gate.equals("rescan") ? 0.5 : 0.2);
    }

    private static void assertSuccess(Verdict verdict) {
        assertThat(verdict.gates())
                .allSatisfy(gate -> assertThat(gate.passed()).as(gate.toString()).isTrue());
        assertThat(verdict.gates()).hasSize(7);
        assertThat(verdict.success()).hasValue(1);
        assertThat(verdict.reward().getAsDouble()).isBetween(0.8, 1.0);
    }

    private static Verdict edited(String before, String after) {
        assertThat(Examples.POD).contains(before);
        return judge(FAULTY, Examples.wholeFile(Examples.POD.replace(before, after)));
    }

    private static Verdict repairedAnd(String before, String after) {
        assertThat(Examples.REPAIRED).contains(before);
        return judge(FAULTY, Examples.wholeFile(Examples.REPAIRED.replace(before, after)));
    }

    @Nested
    class an_honest_repair {

        @Test
        void succeeds_as_a_diff_and_as_a_whole_file() {
            assertSuccess(judge(FAULTY, Examples.patch(HONEST_PATCH)));
            assertSuccess(judge(FAULTY, Examples.wholeFile(Examples.REPAIRED)));
        }

        @Test
        void succeeds_whatever_its_format() {
            String flow =
                    "{apiVersion: v1, kind: Pod, metadata: {name: web, annotations: {team: shop}}, spec: {containers: ["
                            + "{image: 'registry.example/shop/web:1.4.2', name: app, args: [--port, '8080'],"
                            + " env: [{value: production, name: MODE}], securityContext: {runAsNonRoot: true,"
                            + " capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault},"
                            + " privileged: false, allowPrivilegeEscalation: false}}]}}\n";

            assertSuccess(judge(FAULTY, Examples.wholeFile(flow)));
            assertSuccess(repairedAnd("spec:\n", "# hardened\nspec:\n"));
            assertSuccess(repairedAnd("apiVersion", "---\napiVersion"));
        }

        @Test
        void may_harden_the_pod_in_place_of_the_container() {
            String pod =
                    Examples.REPAIRED
                            .replace(
                                    "        runAsNonRoot: true\n        seccompProfile:\n          type: RuntimeDefault\n",
                                    "")
                            .replace(
                                    "spec:\n",
                                    "spec:\n  securityContext:\n    runAsNonRoot: true\n    seccompProfile:\n      type: RuntimeDefault\n");

            assertSuccess(judge(FAULTY, Examples.wholeFile(pod)));
        }

        @Test
        void is_paid_for_honest_confidence_and_all_it_names() {
            String answer =
                    MAPPER.writeValueAsString(
                            Map.of(
                                    "violations",
                                    List.of(
                                            Map.of(
                                                    "id",
                                                    "K8S-PRIVILEGED",
                                                    "object",
                                                    "Pod/default/web/app",
                                                    "severity",
                                                    "high")),
                                    "files",
                                    Map.of("pod.yaml", Examples.REPAIRED),
                                    "confidence",
                                    1));

            assertThat(judge(FAULTY, answer).reward().getAsDouble()).isEqualTo(1.0, within(1e-12));
        }
    }

    @Nested
    class a_dishonest_one_is_refused_by {

        @Test
        void rescan_when_nothing_is_changed_or_too_little() {
            assertRefusedBy("rescan", judge(FAULTY, Examples.patch("")));
            assertRefusedBy("rescan", judge(FAULTY, Examples.wholeFile(Examples.POD)));
            assertRefusedBy("rescan", edited("  hostNetwork: true\n", ""));
        }

        @Test
        void identity_when_the_container_or_the_object_is_another() {
            int containers = Examples.POD.indexOf("  containers:");
            assertRefusedBy(
                    "identity",
                    judge(
                            FAULTY,
                            Examples.wholeFile(
                                    Examples.POD.substring(0, containers) + "  containers: []\n")));
            assertRefusedBy(
                    "identity",
                    judge(FAULTY, Examples.wholeFile(Examples.POD.substring(0, containers))));
            assertRefusedBy("identity", edited("name: web", "name: web2"));
            assertRefusedBy("identity", edited("name: app", "name: app2"));
            assertRefusedBy(
                    "identity", edited("  name: web\n", "  name: web\n  namespace: other\n"));
            assertRefusedBy(
                    "identity",
                    judge(
                            FAULTY,
                            Examples.wholeFile(
                                    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n")));
        }

        @Test
        void identity_when_documents_change_places() {
            String other = Examples.REPAIRED.replace("name: web", "name: api");
            Task task = pose(Examples.POD + "---\n" + other);

            assertSuccess(judge(task, Examples.wholeFile(Examples.REPAIRED + "---\n" + other)));
            assertRefusedBy(
                    "identity",
                    judge(task, Examples.wholeFile(other + "---\n" + Examples.REPAIRED)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "    ignore-check.kube-linter.io/privileged-container: needed\n",
                    "    checkov.io/skip1: CKV_K8S_16=needed\n",
                    "    # nosemgrep\n"
                })
        void suppression_when_a_scanner_is_told_to_look_away(String mark) {
            assertRefusedBy("suppression", edited("    team: shop\n", "    team: shop\n" + mark));
        }

        @Test
        void preservation_when_anything_else_is_touched() {
            assertRefusedBy("preservation", edited("web:1.4.2", "web:1.4.3"));
            assertRefusedBy("preservation", repairedAnd("web:1.4.2", "web:1.4.3"));
            assertRefusedBy("preservation", repairedAnd("\"8080\"", "\"80\""));
            assertRefusedBy("preservation", repairedAnd("production", "debug"));
            assertRefusedBy(
                    "preservation", repairedAnd("team: shop", "team: shop\n    more: text"));
            assertRefusedBy(
                    "preservation",
                    repairedAnd(
                            "      env:\n        - name: MODE\n          value: production\n", ""));
            assertRefusedBy(
                    "preservation", repairedAnd("spec:\n", "spec:\n  activeDeadlineSeconds: 1\n"));
            assertRefusedBy(
                    "preservation", repairedAnd("spec:\n", "spec:\n  os:\n    name: windows\n"));
        }

        @Test
        void preservation_when_a_list_is_put_in_another_order() {
            String mode = "        - name: MODE\n          value: production\n";
            String level = "        - name: LEVEL\n          value: info\n";
            Task task = pose(Examples.POD.replace(mode, mode + level));

            assertSuccess(
                    judge(task, Examples.wholeFile(Examples.REPAIRED.replace(mode, mode + level))));
            assertRefusedBy(
                    "preservation",
                    judge(task, Examples.wholeFile(Examples.REPAIRED.replace(mode, level + mode))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "# all gone\n",
                    "",
                    "a: [",
                    "a: 1\n",
                    "--- !x\n",
                    "apiVersion: v1\nkind: Pod\n"
                })
        void parse_when_the_text_is_no_such_config(String text) {
            assertRefusedBy("parse", judge(FAULTY, Examples.wholeFile(text)));
        }

        @Test
        void parse_when_a_field_is_unknown_or_ill_typed_or_twice_there() {
            assertRefusedBy("parse", repairedAnd("runAsNonRoot: true", "runAsNonRoot: \"true\""));
            assertRefusedBy("parse", repairedAnd("runAsNonRoot: true", "runAsNonroot: true"));
            assertRefusedBy(
                    "parse",
                    repairedAnd(
                            "runAsNonRoot: true",
                            "runAsNonRoot: true\n        runAsNonRoot: true"));
            assertRefusedBy("parse", repairedAnd("spec:\n", "spec: &a\n"));
            assertRefusedBy(
                    "parse",
                    judge(
                            FAULTY,
                            Examples.wholeFile(Examples.REPAIRED + "---\n" + Examples.REPAIRED)));
        }

        @Test
        void patch_when_it_does_not_apply_or_names_other_files() {
            assertRefusedBy(
                    "patch",
                    judge(FAULTY, Examples.patch("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-1\n+2\n")));
            assertRefusedBy(
                    "patch",
                    judge(FAULTY, Examples.patch(HONEST_PATCH.replace("-6,7 +6,6", "-5,7 +5,6"))));
            assertRefusedBy(
                    "patch",
                    judge(
                            FAULTY,
                            "{\"violations\":[],\"confidence\":1,\"files\":{\"/etc/passwd\":\"x\"}}"));
        }

        @Test
        void format_when_it_is_no_answer_at_all() {
            Verdict verdict = judge(FAULTY, "{\"violations\":[],\"confidence\":1}");

            assertRefusedBy("format", verdict);
            assertThat(verdict.ending()).isEqualTo(Verdict.Ending.INVALID);
            assertThat(verdict.reward()).hasValue(0);
        }
    }

    @Nested
    class a_clean_config {

        @Test
        void wants_nothing_reported_and_nothing_changed() {
            assertSuccess(judge(CLEAN, Examples.patch("")));
            assertRefusedBy(
                    "preservation",
                    judge(CLEAN, Examples.wholeFile("# better\n" + Examples.REPAIRED)));
        }

        @Test
        void makes_a_false_alarm_a_failure() {
            String answer =
                    "{\"violations\":[{\"id\":\"K8S-PRIVILEGED\",\"severity\":\"high\"}],\"patch\":\"\",\"confidence\":1}";

            Verdict verdict = judge(CLEAN, answer);

            assertThat(verdict.success()).hasValue(0);
            assertThat(verdict.gates()).allMatch(Verdict.Gate::passed);
            assertThat(verdict.reward().getAsDouble()).isLessThanOrEqualTo(0.5);
        }
    }
}
