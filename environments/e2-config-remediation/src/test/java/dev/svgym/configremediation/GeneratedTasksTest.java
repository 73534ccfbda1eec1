package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.configremediation.Proof.Result;
import dev.svgym.configremediation.generation.kubernetes.KubernetesGenerator;
import dev.svgym.configremediation.scanner.AbsentScanner;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Digest;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.generation.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The splits of the generator. */
class GeneratedTasksTest {

    private static final Optional<Secret> SECRET = Optional.of(Secret.of("a secret of the tests"));

    private static GeneratedTasks tasks(Engines engines, Optional<Secret> secret) {
        return new GeneratedTasks(
                new KubernetesGenerator(Examples.POLICIES.catalogue()),
                new Proof(
                        Examples.POLICIES.kinds().getFirst(),
                        Examples.POLICIES.catalogue(),
                        engines),
                GeneratedSets.KUBERNETES_IDS,
                secret);
    }

    private final GeneratedTasks tasks = tasks(Examples.POLICIES.engines(), SECRET);

    /**
     * Digests of 25 tasks as this version of the generator makes them under these rules: where one changes because the
     * generator did, its version changes too.
     */
    @ParameterizedTest
    @CsvSource({
        "TRAIN, e82c44abf7c67d5dc818734907354c009e2695b5dcde080f085420f0c517c3b1",
        "VALIDATION, 3dccaedbf00c28659e8f80e4dbf776c133508472dc71ecd902629df40dc47e26",
        "TEST, 75b45343d0e6d2403762f2d751afc0b423038be621c2566cee81e3b865eab217",
        "OOD, b3bc12ecedbf0b2621276e815aa5f061e950b8229f05f28a86cfae28e3dfb30d",
        "PRIVATE, 59468d362d5c626a7b0cc9e2f61e6ed2acfc03f0aa6c9ff9c2b97c2340a3c98a"
    })
    void are_the_same_bytes_for_ever_and_in_every_locale(Split split, String golden) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            StringBuilder all = new StringBuilder();
            for (int index = 0; index < 25; index++) {
                RemediationTask task = tasks.task(split, index);
                all.append(task.id())
                        .append(task.files())
                        .append(task.rules().stream().map(rule -> rule.id()).toList())
                        .append(task.intent())
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
    void leave_out_the_private_split_without_a_secret() {
        var open = tasks(Examples.POLICIES.engines(), Optional.empty());

        assertThat(open.cards())
                .extracting(SplitCard::split)
                .containsExactly(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.OOD);
        assertThatThrownBy(() -> open.task(Split.PRIVATE, 0))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessageContaining("svgym.config-remediation.secret")
                .hasMessageContaining("train");
    }

    @Test
    void key_private_tasks_by_the_secret_and_no_others() {
        var other =
                tasks(Examples.POLICIES.engines(), Optional.of(Secret.of("another secret of 16")));

        assertThat(other.task(Split.PRIVATE, 3).digest())
                .isNotEqualTo(tasks.task(Split.PRIVATE, 3).digest());
        assertThat(other.task(Split.TEST, 3)).isEqualTo(tasks.task(Split.TEST, 3));
    }

    @Test
    void are_not_there_while_an_engine_is_down_and_no_other_task_takes_their_place() {
        var down = tasks(new Engines(List.of(new AbsentScanner("opa", "", "it is down"))), SECRET);

        for (int index = 0; index < 5; index++) {
            int at = index;
            assertThatThrownBy(() -> down.task(Split.TRAIN, at))
                    .isInstanceOfSatisfying(
                            TaskRefusedException.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE));
        }
    }

    @Test
    void nearly_always_come_of_the_first_draw() {
        int accepted = 0;
        int draws = 120;
        for (int index = 0; index < draws; index++) {
            switch (tasks.draw(Split.VALIDATION, index, 0)) {
                case Result.Proven _ -> accepted++;
                case Result.Rejected(var why) ->
                        assertThat(why).matches("(?s)(?:size|scan|trap): .+");
                case Result.Lost(var refusal) -> throw refusal;
            }
        }

        assertThat(accepted).isGreaterThan(draws * 90 / 100);
    }
}
