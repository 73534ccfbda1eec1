package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.Proof.Result;
import dev.svgym.configremediation.generation.Draft.Traits;
import dev.svgym.configremediation.generation.Help;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.Layout;
import dev.svgym.configremediation.generation.dockerfile.DockerfileGenerator;
import dev.svgym.configremediation.patch.DiffWriter;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Generated tasks about Dockerfiles: what they are made of, and that honest repairs of them succeed. */
class GeneratedDockerfilesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static List<RemediationTask> train = List.of();
    private static List<RemediationTask> ood = List.of();

    @BeforeAll
    static void pose() {
        Semgrep.require();
        train = GeneratedSample.Dockerfiles.TRAIN;
        ood = GeneratedSample.Dockerfiles.OOD;
    }

    private static Stream<RemediationTask> all() {
        return Stream.concat(train.stream(), ood.stream());
    }

    private static GeneratedTasks tasks() {
        return new GeneratedTasks(
                new DockerfileGenerator(Examples.POLICIES.catalogue()),
                new Proof(
                        Examples.POLICIES.kinds().stream()
                                .filter(kind -> kind.label().equals("dockerfile"))
                                .findFirst()
                                .orElseThrow(),
                        Examples.POLICIES.catalogue(),
                        Examples.POLICIES.engines()),
                new GeneratedTaskIds(0x73766779_6d653400L),
                Optional.of(Secret.of("a secret of the tests")));
    }

    private static double percent(Predicate<Traits> condition) {
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
    @CsvSource({
        "TRAIN, 75ac561426b92a5e967247d8d0dcfca356923ea5a9dc376552b3456fae440d3f",
        "VALIDATION, 5c16ff4eece8502c3abc613d5c1bb801217a8c3688ef0d8acbdff377b811853a",
        "TEST, a4ca51bf9f7aff2b6378e24b52acafd535ce7119a613510bdbc3436c6dd603c5",
        "OOD, e04a8780ea10877f51cba574d562e9810f33c1b0d5940aebb6a6740dad284b8b",
        "PRIVATE, 13871827b70914f819b82c3ea54f1ab80e19974a9cb9a0e915597a75b49410d7"
    })
    void are_the_same_bytes_for_ever_and_in_every_locale(Split split, String golden) {
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

            assertThat(Digest.of(all.toString())).isEqualTo(golden);
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
                .contains("train", "dockerfile/train", "dockerfile/ood");
        RemediationTask first = train.getFirst();
        assertThat(Examples.ENVIRONMENT.pose(new TaskReference.ById(first.id()))).isEqualTo(first);
    }

    @Test
    void have_a_reference_that_succeeds_with_all_that_can_be_paid() {
        all().forEach(task -> {
            Verdict verdict = GeneratedSample.judge(task, GeneratedSample.answer(task).toString());
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
        assertThat(percent(traits -> traits.layout() == Layout.MULTI_FILE)).isBetween(25.0, 45.0);
        assertThat(percent(traits -> traits.help() == Help.PARTIAL)).isGreaterThan(10);
        assertThat(percent(traits -> traits.help() == Help.NONE)).isGreaterThan(10);
        assertThat(percent(traits -> traits.hint() == Hint.RULE)).isGreaterThan(5);
        assertThat(percent(traits -> traits.hint() == Hint.LINE)).isGreaterThan(3);
        assertThat(percent(traits -> !traits.decoys().isEmpty())).isGreaterThan(50);
        assertThat(percent(traits -> !traits.exemptions().isEmpty())).isBetween(4.0, 25.0);
    }

    @Test
    void violate_every_rule_that_judges_some_out_of_distribution_alone() {
        Set<String> judging = new TreeSet<>();
        Examples.POLICIES.catalogue().rules().stream()
                .filter(rule -> rule.kind().equals("dockerfile") && rule.judges())
                .forEach(rule -> judging.add(rule.id()));

        assertThat(rules(ood, false)).isEqualTo(judging);
        Set<String> onlyThere = new TreeSet<>(judging);
        onlyThere.removeAll(rules(train, false));
        assertThat(onlyThere).containsExactly("DF-INSECURE-RUN", "DF-TLS-VERIFY-ENV");
        assertThat(rules(ood, true)).containsAll(onlyThere);
        judging.removeAll(onlyThere);
        assertThat(rules(train, true)).isEqualTo(judging);
    }

    @Test
    void are_hinted_at_by_the_line_where_the_fault_is() {
        var named = Pattern.compile("DF-(SUDO|HOST-NETWORK|BASE-TAG) at (\\S+), line (\\d+)");
        Map<String, String> shown =
                Map.of("SUDO", "sudo ", "HOST-NETWORK", "--network=host", "BASE-TAG", "from ");
        int found = 0;
        for (RemediationTask task : all().toList()) {
            var hint = named.matcher(task.messages().getLast().content());
            while (hint.find()) {
                List<String> lines = task.files().getOrDefault(hint.group(2), "").lines().toList();
                assertThat(lines.get(Integer.parseInt(hint.group(3)) - 1))
                        .containsIgnoringCase(shown.get(hint.group(1)));
                found++;
            }
        }
        assertThat(found).isGreaterThan(3);
    }

    @TestFactory
    Stream<DynamicTest> are_repaired_in_any_style() {
        Map<String, UnaryOperator<String>> styles =
                Map.of(
                        "only what has to change", text -> text,
                        "with remarks",
                                text ->
                                        text.replaceAll(
                                                "(?m)^(?=USER )", "# nobody is root here\n"),
                        "on longer lines", text -> text.replaceAll(" *\\\\\n *", " "),
                        "with keywords in another case",
                                text ->
                                        text.replaceAll("(?m)^COPY ", "copy ")
                                                .replaceAll("(?m)^USER ", "user "),
                        "with blank lines", text -> text.replaceAll("(?m)^(?=ENV )", "\n"),
                        "with broken lines",
                                text ->
                                        text.replaceAll(
                                                "(?m)^EXPOSE (?=\\d)", "EXPOSE \\\\\n    "));
        return styles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(style ->
                        DynamicTest.dynamicTest(
                                style.getKey(), () -> assertRepaired(style.getValue())));
    }

    private static void assertRepaired(UnaryOperator<String> style) {
        Set<String> strata = new TreeSet<>();
        for (AttackedTasks task : AttackedTasks.generatedDockerfiles()) {
            if (task.target().isClean()) {
                continue;
            }
            SortedMap<String, String> files = new TreeMap<>(task.target().repaired());
            files.replaceAll((_, text) -> style.apply(text));
            for (Map.Entry<String, Object> repair :
                    Map.<String, Object>of(
                                    "files",
                                    files,
                                    "patch",
                                    DiffWriter.between(task.target().files(), files))
                            .entrySet()) {
                Verdict verdict =
                        task.judge(
                                MAPPER.writeValueAsString(
                                        Map.of(
                                                "violations",
                                                task.target().reports(),
                                                repair.getKey(),
                                                repair.getValue(),
                                                "confidence",
                                                1)));
                assertThat(verdict.success())
                        .as("%s: %s%n%s", task.target().name(), verdict.gates(), repair)
                        .hasValue(1);
            }
            strata.add(task.task().stratum());
        }
        assertThat(strata).hasSizeGreaterThan(10);
    }
}
