package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.environment.Action;
import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.report.AttemptReport;
import dev.svgym.environment.report.ReportFiles;
import dev.svgym.environment.report.ReportSubject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seven attempts at two tasks, worked by hand: two violations of high severity, and none. */
class RemediationAttemptsTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ReportSubject SUBJECT =
            new ReportSubject("run", "model", "inline", Instant.EPOCH);
    private static final String[] RULES = {"K8S-HOST-NETWORK", "K8S-PRIVILEGED"};
    private static final String ONE_LEFT = Examples.POD.replace("  hostNetwork: true\n", "");
    private static final Map<String, String> NETWORK =
            Map.of("id", "K8S-HOST-NETWORK", "severity", "high");
    private static final Map<String, String> PRIVILEGED =
            Map.of("id", "K8S-PRIVILEGED", "object", "Pod/default/web/app", "severity", "high");
    private static final Map<String, String> UNKNOWN = Map.of("id", "x", "severity", "low");

    private final ReportFiles files = files();
    private final JsonNode report = files.report();
    private final JsonNode metrics = files.summary().path("metrics");

    private static ReportFiles files() {
        AttemptReport attempts = Examples.ENVIRONMENT.report().orElseThrow();
        Task faulty = pose(Examples.POD);
        Task clean = pose(Examples.REPAIRED);
        attempts.add(
                faulty,
                Trajectory.ofUnseen(3),
                answer(
                        List.of(NETWORK, PRIVILEGED),
                        ONE_LEFT.replace("        privileged: true\n", ""),
                        1));
        attempts.add(faulty, answer(List.of(NETWORK), ONE_LEFT, 0.5));
        attempts.add(
                faulty,
                answer(
                        List.of(PRIVILEGED, UNKNOWN),
                        Examples.POD.replace("name: web", "name: other"),
                        0));
        attempts.add(faulty, new Action.Answer("no"));
        attempts.add(faulty, Trajectory.ofUnseen(4), new Action.Truncation(Cause.TOKENS));
        attempts.add(clean, answer(List.of(), "", 1));
        attempts.add(clean, answer(List.of(UNKNOWN), Examples.REPAIRED, 0.5));
        attempts.add(clean, new Action.Truncation(Cause.IDLE));
        attempts.addError();
        return attempts.files(SUBJECT);
    }

    private static Task pose(String text) {
        return Examples.ENVIRONMENT.pose(
                new TaskReference.Inline(MAPPER.readTree(Examples.definition(text, RULES))));
    }

    private static Action answer(
            List<Map<String, String>> reports, String text, double confidence) {
        return new Action.Answer(
                MAPPER.writeValueAsString(
                        Map.of(
                                "violations",
                                reports,
                                "files",
                                text.isEmpty() ? Map.of() : Map.of("pod.yaml", text),
                                "confidence",
                                confidence)));
    }

    private double value(String place) {
        return report.at(place + "/value").doubleValue();
    }

    @Test
    void count_what_the_agent_did_and_leave_out_what_it_did_not() {
        assertThat(report.path("n").intValue()).isEqualTo(7);
        assertThat(report.path("tasks").intValue()).isEqualTo(2);
        assertThat(report.path("uncounted").intValue()).isEqualTo(1);
        assertThat(report.path("errors").intValue()).isEqualTo(1);
        assertThat(report.path("endings"))
                .isEqualTo(MAPPER.readTree("{\"answered\":5,\"invalid\":1,\"truncated\":1}"));
        assertThat(value("/headline/success")).isCloseTo(2.0 / 7, within(1e-12));
        // (1/5 + 1/2) / 2; of two draws each: (1 - C(4,2)/C(5,2) + 1) / 2
        assertThat(report.at("/pass_at/1").doubleValue()).isCloseTo(0.35, within(1e-12));
        assertThat(report.at("/pass_at/2").doubleValue()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void tell_how_well_violations_were_found() {
        // high weighs 4, low 1: right 8 + 4 + 4, reported 8 + 4 + 5 + 1, there 5 times 8
        assertThat(value("/finding_quality/weighted/precision"))
                .isCloseTo(16.0 / 18, within(1e-12));
        assertThat(value("/finding_quality/weighted/recall")).isCloseTo(0.4, within(1e-12));
        assertThat(value("/finding_quality/weighted/f1")).isCloseTo(16.0 / 29, within(1e-12));
        assertThat(value("/finding_quality/unweighted/precision"))
                .isCloseTo(4.0 / 6, within(1e-12));
        assertThat(value("/finding_quality/unweighted/recall")).isCloseTo(0.4, within(1e-12));
        assertThat(report.at("/severity_breakdown/high"))
                .isEqualTo(MAPPER.readTree("{\"total\":10,\"found\":4,\"fixed\":3}"));
    }

    @Test
    void tell_what_was_repaired_and_what_stood_in_the_way() {
        assertThat(value("/repair/fix_rate")).isCloseTo(0.3, within(1e-12));
        assertThat(value("/repair/new_violation_weight")).isZero();
        assertThat(value("/repair/success_on_faulty")).isCloseTo(0.2, within(1e-12));
        assertThat(value("/clean/pass_rate")).isEqualTo(0.5);
        assertThat(value("/clean/changed_rate")).isZero();
        assertThat(value("/clean/false_positive_rate")).isEqualTo(0.5);
        assertThat(report.path("first_failing_gate"))
                .isEqualTo(MAPPER.readTree("{\"format\":1,\"identity\":1,\"rescan\":1}"));
    }

    @Test
    void tell_what_it_took() {
        assertThat(value("/tool_economy/calls")).isEqualTo(1);
        assertThat(value("/turns/mean")).isEqualTo(2);
        assertThat(value("/turns/steps_to_success")).isEqualTo(2.5);
        assertThat(value("/format/valid_rate")).isCloseTo(5.0 / 7, within(1e-12));
        // (0 + 0.25 + 0 + 0 + 0.25) / 5
        assertThat(value("/calibration/brier")).isCloseTo(0.1, within(1e-12));
        assertThat(report.at("/headline/success/low").doubleValue())
                .isLessThan(value("/headline/success"));
    }

    @Test
    void have_the_summary_of_sv_bench_with_its_keys() {
        assertThat(files.summary().propertyNames())
                .containsExactlyInAnyOrder(
                        "environment",
                        "version",
                        "run_id",
                        "timestamp",
                        "model",
                        "dataset",
                        "n_examples",
                        "metrics",
                        "metadata",
                        "severity_breakdown");
        assertThat(files.summary().path("environment").stringValue())
                .isEqualTo("sv-env-config-verification");
        assertThat(metrics.propertyNames())
                .containsExactlyInAnyOrder("finding_quality", "patch", "tool_economy", "episode");
        assertThat(metrics.path("finding_quality").propertyNames())
                .containsExactlyInAnyOrder(
                        "precision_weighted",
                        "recall_weighted",
                        "f1_weighted",
                        "precision_unweighted",
                        "recall_unweighted",
                        "f1_unweighted",
                        "f1_weighted_positive_only",
                        "f1_unweighted_positive_only");
        assertThat(metrics.path("patch").propertyNames())
                .containsExactlyInAnyOrder(
                        "patch_provided_rate",
                        "patch_success_rate",
                        "patch_fix_rate",
                        "mean_violations_fixed",
                        "new_violations_introduced");
        assertThat(metrics.path("tool_economy").propertyNames())
                .containsExactlyInAnyOrder(
                        "mean_tool_calls",
                        "mean_tool_time_ms",
                        "calls_per_finding",
                        "tool_distribution");
        assertThat(metrics.at("/tool_economy/tool_distribution").propertyNames())
                .containsExactly("opa", "kube-linter", "semgrep");
        assertThat(metrics.path("episode").propertyNames())
                .containsExactlyInAnyOrder(
                        "format_valid_rate",
                        "mean_turns",
                        "clean_pass_rate",
                        "false_positive_rate_on_clean");
        assertThat(files.summary().path("severity_breakdown"))
                .isEqualTo(
                        MAPPER.readTree(
                                "{\"low\":{\"total\":0,\"found\":0,\"fixed\":0},\"med\":{\"total\":0,\"found\":0,\"fixed\":0},\"high\":{\"total\":10,\"found\":4,\"fixed\":3}}"));
    }

    @Test
    void are_scored_by_sv_bench_one_by_one() {
        JsonNode findings = metrics.path("finding_quality");

        // 1, 1, 1 / (1 + 0.3), and nothing four times
        assertThat(findings.path("precision_weighted").doubleValue())
                .isCloseTo((2 + 1 / 1.3) / 7, within(1e-12));
        assertThat(findings.path("recall_weighted").doubleValue())
                .isCloseTo(2.0 / 7, within(1e-12));
        // 1, 2/3, and of 10/13 and 1/2: 20/33
        assertThat(findings.path("f1_weighted").doubleValue())
                .isCloseTo((1 + 2.0 / 3 + 20.0 / 33) / 7, within(1e-12));
        assertThat(findings.path("f1_weighted_positive_only").doubleValue())
                .isCloseTo((1 + 2.0 / 3 + 20.0 / 33) / 5, within(1e-12));
        assertThat(findings.path("precision_unweighted").doubleValue())
                .isCloseTo(2.5 / 7, within(1e-12));
        assertThat(metrics.at("/patch/patch_provided_rate").doubleValue())
                .isCloseTo(3.0 / 7, within(1e-12));
        assertThat(metrics.at("/patch/patch_success_rate").doubleValue())
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(metrics.at("/patch/patch_fix_rate").doubleValue()).isEqualTo(0.75);
        assertThat(metrics.at("/patch/mean_violations_fixed").doubleValue()).isEqualTo(1.5);
        assertThat(metrics.at("/tool_economy/calls_per_finding").doubleValue())
                .isCloseTo(7.0 / 6, within(1e-12));
        assertThat(metrics.at("/episode/mean_turns").doubleValue()).isEqualTo(2);
        assertThat(metrics.at("/episode/clean_pass_rate").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void are_needed_for_a_report() {
        assertThatThrownBy(() -> Examples.ENVIRONMENT.report().orElseThrow().files(SUBJECT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least one attempt");
    }
}
