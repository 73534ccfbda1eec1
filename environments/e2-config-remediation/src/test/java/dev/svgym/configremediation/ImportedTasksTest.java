package dev.svgym.configremediation;

import static dev.svgym.configremediation.Recorded.ENCRYPTED;
import static dev.svgym.configremediation.Recorded.VOLUME;
import static dev.svgym.configremediation.Recorded.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Action;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.Tool;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.imports.ImportRefusedException;
import dev.svgym.environment.imports.ImportRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of SV-Bench under the real engines. */
class ImportedTasksTest {

    private static final String PROVIDERS = "terraform {\n  required_version = \">= %s\"\n}\n";

    @TempDir Path folder;

    @BeforeEach
    void require() {
        Semgrep.require();
    }

    private static Verdict judged(Recorded set, RemediationTask task, String answer) {
        Outcome outcome = set.environment().step(task, Trajectory.EMPTY, new Action.Answer(answer));
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        return ((Outcome.Finished) outcome).verdict();
    }

    @Test
    void a_row_is_a_task_whose_truth_is_what_our_engines_find_whatever_others_found() {
        var set = Recorded.in(folder);

        var report =
                set.take(
                        row(VOLUME.formatted(1), "tf", "train")
                                + row(
                                        ENCRYPTED.formatted(2),
                                        "tf",
                                        "dev",
                                        "unencrypted",
                                        "public"));

        assertThat(report.splits())
                .extracting(split -> split.name() + " " + split.strata())
                .containsExactly("train {terraform/1=1}", "validation {terraform/clean=1}");
        RemediationTask faulty = set.task(Split.TRAIN, 0);
        assertThat(faulty.violations())
                .extracting(Violation::rule)
                .containsExactly("TF-AWS-EBS-ENCRYPTION");
        assertThat(faulty.stratum()).isEqualTo("imported/terraform/1");
        assertThat(faulty.budget()).isEqualTo(RemediationTask.WITH_TOOLS);
        assertThat(faulty.tools())
                .extracting(Tool::name)
                .containsExactly("opa", "semgrep", "view", "apply_patch", "reset_workspace");
        assertThat(faulty.rules()).hasSizeGreaterThan(30);
        assertThat(faulty.shownRules()).isEqualTo(faulty.rules());
        RemediationTask clean = set.task(Split.VALIDATION, 0);
        assertThat(clean.isClean()).isTrue();
        assertThat(clean.messages().toString()).doesNotContain("unencrypted");
        assertThat(set.environment().reference(faulty)).isEmpty();
        assertThat(set.environment().card().strata()).contains(faulty.stratum(), clean.stratum());
        assertThat(set.environment().card().splits())
                .extracting(SplitCard::label)
                .contains("train", "set/train", "set/validation");
    }

    @Test
    void a_repair_succeeds_and_silence_does_so_on_a_clean_row_alone() {
        var set = Recorded.in(folder);
        set.take(
                row(VOLUME.formatted(1), "tf", "train") + row(ENCRYPTED.formatted(2), "tf", "dev"));
        RemediationTask faulty = set.task(Split.TRAIN, 0);
        String repair = Examples.files(Map.of("main.tf", ENCRYPTED.formatted(1)));

        assertThat(judged(set, faulty, repair).success()).hasValue(1);
        assertThat(judged(set, faulty, Examples.patch("")).success()).hasValue(0);
        assertThat(judged(set, set.task(Split.VALIDATION, 0), Examples.patch("")).success())
                .hasValue(1);
    }

    @Test
    void a_config_is_judged_by_every_rule_of_its_kind() {
        var set = Recorded.in(folder);

        set.take(
                row(Examples.POD, "k8s", "train")
                        + row(Faults.FAULTY, "k8s", "train")
                        + row("FROM debian:latest\nUSER root\n", "docker", "train"));

        RemediationTask pod = set.task(Split.TRAIN, 0);
        assertThat(pod.engines()).containsExactly("opa", "semgrep");
        assertThat(pod.stratum()).isEqualTo("imported/kubernetes/7+");
        assertThat(set.task(Split.TRAIN, 1).violations())
                .extracting(Violation::rule)
                .contains("K8S-PASSWORD-ENV");
        assertThat(set.task(Split.TRAIN, 2).stratum()).isEqualTo("imported/dockerfile/2-3");
    }

    @Test
    void what_cannot_be_a_task_is_rejected_with_line_and_reason() {
        var set = Recorded.in(folder);

        assertThat(
                        set.rejected(
                                row(VOLUME.formatted(1), "tf", "")
                                        + """
                                        {"question": "", "meta": {}}

                                        {"info": {}, "meta": {}, "hint": 1}
                                        {"question": "x", "info": {"violations": [{"tool": "t"}]}}
                                        {"question": "x", "info": {"violations": [], "label": 1}, "meta": {"lang": 3}}
                                        {"question": "x
                                        """
                                        + row("name: web", "pulumi", "")
                                        + row("resource \"aws_ebs_volume\" {}", "tf", "")
                                        + row(
                                                "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [], colour: red}\n",
                                                "k8s",
                                                "")
                                        + row("# nothing\n", "tf", "")
                                        + row("#" + "x".repeat(300_000), "tf", "")))
                .satisfiesExactly(
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                "2 /question: expected a text that is not blank"),
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                "4 /hint: unknown field; expected only [info, meta, question]; missing field /question"),
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                "5 /info/violations/0: expected an object with the texts tool and rule_id"),
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                "6 /info/label: unknown field; expected only [patch, violations]; /meta/lang: expected a text"),
                        one -> assertThat(one).startsWith("7 expected one JSON object a line"),
                        one -> assertThat(one).startsWith("8 "),
                        one -> assertThat(one).startsWith("9 /question: no sound terraform: "),
                        one ->
                                assertThat(one)
                                        .startsWith("10 /question: no sound kubernetes: ")
                                        .contains("colour"),
                        one -> assertThat(one).contains("comments alone are no config"),
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                "12 /question: expected at most 262144 characters, got 300001"));
        assertThat(set.environment().card().splits())
                .filteredOn(split -> split.set().isPresent() && split.size() < Long.MAX_VALUE)
                .extracting(SplitCard::size)
                .containsExactly(1L);
    }

    @Test
    void a_row_that_another_split_has_under_other_names_is_refused() {
        String renamed =
                "# mine\nresource \"aws_ebs_volume\" \"disk\" {\n availability_zone=\"eu-central-1a\"\n size=1\n}\n";

        assertThat(
                        Recorded.in(folder)
                                .rejected(
                                        row(VOLUME.formatted(1), "tf", "train")
                                                + row(renamed, "tf", "test")
                                                + row(renamed, "tf", "train")))
                .containsExactly(
                        "2 expected each case in one split, got one for test that is in train already, but for names and layout");
    }

    @Test
    void rows_without_splits_get_eight_of_ten_for_training_stratum_by_stratum() {
        var set = Recorded.in(folder);
        var rows = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            rows.append(row((i % 2 == 0 ? VOLUME : ENCRYPTED).formatted(i + 1), "tf", ""));
        }

        var report = set.take(rows.toString());

        assertThat(report.splits())
                .extracting(split -> split.name() + " " + split.strata())
                .containsExactlyInAnyOrder(
                        "train {terraform/1=16, terraform/clean=16}",
                        "validation {terraform/1=2, terraform/clean=2}",
                        "test {terraform/1=2, terraform/clean=2}");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 32; i++) {
            RemediationTask task = set.task(Split.TRAIN, i);
            ids.add(task.id());
            assertThat(set.environment().pose(new TaskReference.ById(task.id())).digest())
                    .isEqualTo(task.digest());
        }
        assertThat(ids).hasSize(32);
    }

    @Test
    void another_catalogue_makes_another_digest_of_the_same_row() {
        Recorded.in(folder).take(row(VOLUME.formatted(1), "tf", "train"));
        var same = Recorded.in(folder);
        var other =
                Recorded.in(
                        folder,
                        Examples.POLICIES,
                        new Catalogue(
                                List.copyOf(Examples.POLICIES.catalogue().rules()), "other rules"));

        String digest = Recorded.in(folder).task(Split.TRAIN, 0).digest();
        assertThat(same.task(Split.TRAIN, 0).digest()).isEqualTo(digest);
        assertThat(other.task(Split.TRAIN, 0).digest()).isNotEqualTo(digest);
        assertThat(other.task(Split.TRAIN, 0).id()).isEqualTo(same.task(Split.TRAIN, 0).id());
    }

    @Test
    void a_set_that_takes_the_name_of_one_that_is_gone_is_not_served_as_that_one()
            throws Exception {
        var set = Recorded.in(folder.resolve("sets"));
        set.take(row(VOLUME.formatted(1), "tf", "train"));
        assertThat(set.task(Split.TRAIN, 0).files()).containsValue(VOLUME.formatted(1));

        Files.move(folder.resolve("sets/set"), folder.resolve("gone"));
        assertThatThrownBy(() -> set.task(Split.TRAIN, 0))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessageContaining("there is no set set");
        set.take(row(VOLUME.formatted(2), "tf", "train"));

        assertThat(set.task(Split.TRAIN, 0).files()).containsValue(VOLUME.formatted(2));
    }

    @Test
    void an_engine_that_is_not_there_ends_an_import_that_needs_it_and_leaves_nothing()
            throws IOException {
        try (Policies withoutSemgrep =
                Policies.load(
                        Examples.SETTINGS,
                        new Faults(folder).settings(folder.resolve("none")),
                        1 << 20,
                        ScanObserver.NONE)) {
            Path sets = folder.resolve("sets");
            var set = Recorded.in(sets, withoutSemgrep, withoutSemgrep.catalogue());
            String volumes = row(VOLUME.formatted(1), "tf", "train");

            assertThatThrownBy(
                            () -> set.take(volumes + row(Examples.POD, "k8s", "train") + volumes))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessageStartingWith("semgrep: ")
                    .hasMessageContaining("nothing was imported")
                    .extracting(refused -> ((ImportRefusedException) refused).reason())
                    .isEqualTo(Reason.ENGINE);
            assertThat(sets).isEmptyDirectory();
        }
    }

    @Test
    void a_block_that_nothing_can_be_wrong_with_is_a_clean_task() {
        var set = Recorded.in(folder);

        assertThat(
                        set.take(
                                        row(PROVIDERS.formatted("1.0"), "tf", "train")
                                                + row(PROVIDERS.formatted("1.5"), "tf", "test"))
                                .tasks())
                .isEqualTo(2);
        assertThat(set.task(Split.TEST, 0).isClean()).isTrue();
    }

    @Test
    void no_set_is_called_as_a_kind_whose_generated_tasks_are_called_so() {
        var set = Recorded.in(folder);

        assertThatThrownBy(() -> set.take("dockerfile", row(VOLUME.formatted(1), "tf", "train")))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("[dockerfile, kubernetes, terraform]");
        assertThat(folder).isEmptyDirectory();
    }
}
