package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.Proof.Result;
import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.generation.Draft.Traits;
import dev.svgym.configremediation.generation.Help;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.Layout;
import dev.svgym.configremediation.generation.TaskGenerator;
import dev.svgym.configremediation.generation.dockerfile.DockerfileGenerator;
import dev.svgym.configremediation.generation.terraform.TerraformGenerator;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Digest;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.generation.GeneratedTaskIds;
import dev.svgym.environment.generation.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated tasks of a kind with a set of its own are made of, and in what shares. */
@ParameterizedClass(name = "{0}")
@MethodSource("kinds")
class GeneratedKindsTest {

    private static final Kind DOCKERFILE =
            new Kind(
                    "dockerfile",
                    DockerfileGenerator::new,
                    0x73766779_6d653400L,
                    Set.of("DF-INSECURE-RUN", "DF-TLS-VERIFY-ENV"),
                    Map.of(
                            Split.TRAIN,
                            "75ac561426b92a5e967247d8d0dcfca356923ea5a9dc376552b3456fae440d3f",
                            Split.VALIDATION,
                            "5c16ff4eece8502c3abc613d5c1bb801217a8c3688ef0d8acbdff377b811853a",
                            Split.TEST,
                            "a4ca51bf9f7aff2b6378e24b52acafd535ce7119a613510bdbc3436c6dd603c5",
                            Split.OOD,
                            "6df7b77064b66362c2da9f532b983b3c29d7f2540cb72588dd78f43d052845da",
                            Split.PRIVATE,
                            "f7ced7cb56de746de86a41046b6b2e66244543b9a81b0ab108210b0229d32613"));
    private static final Kind TERRAFORM =
            new Kind(
                    "terraform",
                    TerraformGenerator::new,
                    0x73766779_6d653600L,
                    Set.of(
                            "TF-AWS-CLOUDTRAIL-MULTI-REGION",
                            "TF-AWS-CLOUDTRAIL-VALIDATION",
                            "TF-AWS-IAM-PASSWORD-LENGTH",
                            "TF-AZURE-AKS-RBAC",
                            "TF-GCP-GKE-LEGACY-ABAC"),
                    Map.of(
                            Split.TRAIN,
                            "a4fc5a3936a57a78c9e55c86599f0131e0134b5a73b07dd018a12ca05fc05fa7",
                            Split.VALIDATION,
                            "5038cd9cd4b7572b8854ee2813a5270ad379fa589f9f6ad9fe540f1a3fdcf1f5",
                            Split.TEST,
                            "4ab2e02445f902fe63799929ea9ba8acbe7656d8e0ba8bbf45cc74c52052d83a",
                            Split.OOD,
                            "afa580152813191a92e15d4bbdcdea3fef75506f67289a87fb2d3058966f465a",
                            Split.PRIVATE,
                            "a9b6e66747a2e6fbcd792d47255e50c9a3dee3c93397dd37d0f27aa6ece45625"));

    /**
     * A kind.
     *
     * @param mark of the ids of its tasks
     * @param onlyShifted rules that are for {@code ood} alone
     * @param golden digests of the first 10 tasks of each split
     */
    record Kind(
            String label,
            Function<Catalogue, TaskGenerator> generator,
            long mark,
            Set<String> onlyShifted,
            Map<Split, String> golden) {

        @Override
        public String toString() {
            return label;
        }
    }

    private final Kind kind;
    private final List<RemediationTask> train;
    private final List<RemediationTask> ood;

    GeneratedKindsTest(Kind kind, List<RemediationTask> train, List<RemediationTask> ood) {
        this.kind = kind;
        this.train = train;
        this.ood = ood;
    }

    static Stream<Arguments> kinds() {
        Semgrep.require();
        return Stream.of(
                Arguments.of(
                        DOCKERFILE,
                        GeneratedSample.Dockerfiles.TRAIN,
                        GeneratedSample.Dockerfiles.OOD),
                Arguments.of(
                        TERRAFORM, GeneratedSample.Terraform.TRAIN, GeneratedSample.Terraform.OOD));
    }

    private GeneratedTasks tasks() {
        return new GeneratedTasks(
                kind.generator().apply(Examples.POLICIES.catalogue()),
                new Proof(
                        Examples.POLICIES.kinds().stream()
                                .filter(one -> one.label().equals(kind.label()))
                                .findFirst()
                                .orElseThrow(),
                        Examples.POLICIES.catalogue(),
                        Examples.POLICIES.engines()),
                new GeneratedTaskIds(kind.mark()),
                Optional.of(Secret.of("a secret of the tests")));
    }

    private double percent(Predicate<Traits> condition) {
        return 100.0
                * train.stream()
                        .filter(task -> condition.test(GeneratedSample.reference(task).traits()))
                        .count()
                / train.size();
    }

    private static Set<String> rules(List<RemediationTask> tasks, boolean violated) {
        Set<String> rules = new TreeSet<>();
        for (RemediationTask task : tasks) {
            if (violated) {
                task.violations().stream().map(Violation::rule).forEach(rules::add);
            } else {
                task.rules().forEach(rule -> rules.add(rule.id()));
            }
        }
        return rules;
    }

    /** Digests of 10 tasks as this version of the generator makes them under these rules. */
    @ParameterizedTest
    @EnumSource
    void are_the_same_bytes_for_ever_and_in_every_locale(Split split) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            GeneratedTasks tasks = tasks();
            StringBuilder all = new StringBuilder();
            for (int index = 0; index < 10; index++) {
                RemediationTask task = tasks.task(split, index);
                all.append(task.id())
                        .append(task.files())
                        .append(task.rules().stream().map(rule -> rule.id()).toList())
                        .append(task.stratum())
                        .append(task.violations().stream().map(Violation::path).toList())
                        .append(GeneratedSample.reference(task).files());
            }

            assertThat(Digest.of(all.toString())).isEqualTo(kind.golden().get(split));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nearly_always_come_of_the_first_draw() {
        GeneratedTasks tasks = tasks();
        List<String> rejects = new ArrayList<>();
        int accepted = 0;
        for (int index = 0; index < 60; index++) {
            switch (tasks.draw(Split.VALIDATION, index, 0)) {
                case Result.Proven _ -> accepted++;
                case Result.Rejected(var why) -> rejects.add(why);
                case Result.Lost(var refusal) -> throw refusal;
            }
        }
        assertThat(accepted).as(rejects.toString()).isGreaterThan(54);
    }

    @Test
    void are_in_splits_that_are_called_after_their_kind() {
        assertThat(Examples.ENVIRONMENT.card().splits())
                .extracting(SplitCard::label)
                .contains("train", kind.label() + "/train", kind.label() + "/ood");
        RemediationTask first = train.getFirst();
        assertThat(Examples.ENVIRONMENT.pose(new TaskReference.ById(first.id()))).isEqualTo(first);
    }

    @Test
    void have_a_reference_that_succeeds_with_all_that_can_be_paid() {
        Stream.concat(train.stream(), ood.stream())
                .forEach(task -> {
                    Verdict verdict =
                            GeneratedSample.judge(task, GeneratedSample.answer(task).toString());
                    assertThat(verdict.success()).as(verdict.gates().toString()).hasValue(1);
                    assertThat(verdict.reward()).hasValue(1);
                });
    }

    @Test
    void spread_over_strata() {
        assertThat(percent(_ -> true)).isEqualTo(100);
        double clean =
                100.0 * train.stream().filter(RemediationTask::isClean).count() / train.size();
        assertThat(clean).isBetween(10.0, 30.0);
        for (int number = 1; number <= 6; number++) {
            int violations = number;
            assertThat(train.stream().filter(task -> task.violations().size() == violations))
                    .hasSizeGreaterThan(6);
        }
        assertThat(percent(traits -> traits.layout() == Layout.MULTI_FILE)).isBetween(25.0, 75.0);
        assertThat(percent(traits -> traits.help() == Help.PARTIAL)).isGreaterThan(10);
        assertThat(percent(traits -> traits.help() == Help.NONE)).isGreaterThan(10);
        assertThat(percent(traits -> traits.hint() == Hint.RULE)).isGreaterThan(5);
        assertThat(percent(traits -> traits.hint() == Hint.LINE)).isGreaterThan(3);
        assertThat(percent(traits -> !traits.decoys().isEmpty())).isGreaterThan(40);
        assertThat(percent(traits -> !traits.exemptions().isEmpty())).isBetween(4.0, 25.0);
    }

    @Test
    void violate_every_rule_that_judges_some_out_of_distribution_alone() {
        Set<String> judging = new TreeSet<>();
        Examples.POLICIES.catalogue().rules().stream()
                .filter(rule -> rule.kind().equals(kind.label()) && rule.judges())
                .forEach(rule -> judging.add(rule.id()));

        assertThat(rules(ood, false)).isEqualTo(judging);
        Set<String> onlyThere = new TreeSet<>(judging);
        onlyThere.removeAll(rules(train, false));
        assertThat(onlyThere).isEqualTo(kind.onlyShifted());
        assertThat(rules(ood, true)).containsAll(onlyThere);
        judging.removeAll(onlyThere);
        assertThat(rules(train, true)).isEqualTo(judging);
    }
}
