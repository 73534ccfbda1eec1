package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.configremediation.Detection.Report;
import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.catalogue.Severity;
import dev.svgym.configremediation.scanner.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectionTest {

    private static final Catalogue CATALOGUE =
            new Catalogue(
                    List.of(rule("R-HIGH", Severity.HIGH), rule("R-LOW", Severity.LOW)), "digest");

    private static final List<Violation> HIGH_IN_TWO_CONTAINERS_AND_LOW =
            List.of(
                    violation("R-HIGH", "Pod/default/web/a"),
                    violation("R-HIGH", "Pod/default/web/b"),
                    violation("R-LOW", "Pod/default/web"));

    private static Rule rule(String id, Severity severity) {
        return new Rule(
                id,
                "",
                "",
                severity,
                "kubernetes",
                "opa",
                List.of(),
                List.of("tool/" + id),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private static Violation violation(String rule, String object) {
        return new Violation(
                rule, object, "Pod/default/web", List.of("spec"), List.of(), List.of(), "");
    }

    private static Report report(String id, String object, Severity severity) {
        return new Report(id, Optional.of(object), severity);
    }

    private static Detection detect(Report... reports) {
        return Detection.of(List.of(reports), HIGH_IN_TWO_CONTAINERS_AND_LOW, CATALOGUE);
    }

    @Test
    void naming_everything_exactly_is_perfect() {
        Detection detection =
                detect(
                        report("R-HIGH", "Pod/default/web/a", Severity.HIGH),
                        report("R-HIGH", "Pod/default/web/b", Severity.HIGH),
                        report("R-LOW", "Pod/default/web", Severity.LOW));

        assertThat(detection.f1()).isEqualTo(1);
        assertThat(detection.severity()).hasValue(1);
    }

    @Test
    void a_report_without_object_or_without_container_covers_what_is_below() {
        assertThat(
                        detect(
                                        new Report("R-HIGH", Optional.empty(), Severity.HIGH),
                                        report("tool/R-LOW", "Pod/default/web", Severity.HIGH))
                                .f1())
                .isEqualTo(1);
        assertThat(detect(report("R-HIGH", "Pod/default/web", Severity.HIGH)).f1())
                // precision 1, recall 8/9
                .isEqualTo(16.0 / 17, within(1e-15));
    }

    @Test
    void one_of_two_containers_and_a_false_alarm_weigh_by_severity() {
        Detection detection =
                detect(
                        report("R-HIGH", "Pod/default/web/a", Severity.LOW),
                        report("R-LOW", "Pod/default/other", Severity.LOW));

        // precision 4/5, recall 4/9
        assertThat(detection.f1()).isEqualTo(2 * 0.8 * (4.0 / 9) / (0.8 + 4.0 / 9), within(1e-15));
        assertThat(detection.severity()).hasValue(0);
    }

    @Test
    void an_unknown_id_is_a_false_alarm_of_the_severity_it_states() {
        Detection detection =
                detect(
                        report("R-HIGH", "Pod/default/web", Severity.HIGH),
                        report("X", "Pod/default/web", Severity.HIGH));

        // precision 4/8, recall 8/9
        assertThat(detection.f1()).isEqualTo(2 * 0.5 * (8.0 / 9) / (0.5 + 8.0 / 9), within(1e-15));
    }

    @Test
    void saying_one_thing_twice_by_two_names_changes_nothing() {
        assertThat(
                        detect(
                                report("R-HIGH", "Pod/default/web", Severity.HIGH),
                                report("tool/R-HIGH", "Pod/default/web", Severity.HIGH)))
                .isEqualTo(detect(report("R-HIGH", "Pod/default/web", Severity.HIGH)));
    }

    @Test
    void part_of_a_name_is_another_name() {
        assertThat(detect(report("R-HIGH", "Pod/default/we", Severity.HIGH)).f1()).isZero();
    }

    @Test
    void on_a_clean_config_silence_alone_is_right() {
        assertThat(Detection.of(List.of(), List.of(), CATALOGUE).f1()).isEqualTo(1);
        assertThat(
                        Detection.of(
                                        List.of(report("R-LOW", "Pod/default/web", Severity.LOW)),
                                        List.of(),
                                        CATALOGUE)
                                .f1())
                .isZero();
    }
}
