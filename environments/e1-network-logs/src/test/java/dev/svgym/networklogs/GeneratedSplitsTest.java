package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Digest;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference.FromSplit;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.generation.Secret;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedSplitsTest {

    private static final String KEY = "a secret of the tests";

    private final GeneratedSplits splits =
            new GeneratedSplits(Optional.of(Secret.of(KEY)), Scoring.POSTERIOR);

    /** Digests of 200 tasks as version 2 of the generator makes them: a change of any needs a new version. */
    @ParameterizedTest
    @CsvSource({
        "TRAIN, 2537cb8e51c7a7482c01a5a256800be639a2b7c1e0fbeb817e8a354248ecf7dd",
        "VALIDATION, 813c79f94e6fdf398bfd57781bf3583ff220f50a5eca17af43d00228e0e7c654",
        "TEST, 0f65214f01604cc2191c3553c3e1541d55a9e922211442e70924addf75d7bdab",
        "OOD, 8d4af181ee7e08e1d8380019ee935b72f8617251779168b01bd13d12d3f9589f",
        "PRIVATE, ef256fa3231f4e757c5d5c313cc6c2cd4bcef71d483694f0e1e1231bce1d966c"
    })
    void are_the_same_bytes_for_ever_and_in_every_locale(Split split, String golden) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            StringBuilder all = new StringBuilder();
            for (int index = 0; index < 200; index++) {
                NetworkLogTask task = splits.task(split, index);
                all.append(task.id())
                        .append(task.digest())
                        .append(Double.doubleToLongBits(task.malicious()))
                        .append(task.stratum());
            }

            assertThat(Digest.of(all.toString())).isEqualTo(golden);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void leave_out_the_private_split_without_a_secret() {
        var open = new GeneratedSplits(Optional.empty(), Scoring.POSTERIOR);

        assertThat(open.cards())
                .extracting(SplitCard::split)
                .containsExactly(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.OOD);
        assertThatThrownBy(() -> open.task(Split.PRIVATE, 0))
                .isInstanceOf(TaskRefusedException.class)
                .hasMessageContaining("svgym.network-logs.secret")
                .hasMessageContaining("train");
    }

    @Test
    void key_private_tasks_by_the_secret_and_no_others() {
        var other =
                new GeneratedSplits(
                        Optional.of(Secret.of("another secret of 16")), Scoring.POSTERIOR);

        assertThat(other.task(Split.PRIVATE, 3).digest())
                .isNotEqualTo(splits.task(Split.PRIVATE, 3).digest());
        assertThat(other.task(Split.TEST, 3)).isEqualTo(splits.task(Split.TEST, 3));
    }

    @Test
    void show_the_same_whatever_they_are_scored_by() {
        var byLabel = new GeneratedSplits(Optional.empty(), Scoring.LABEL);
        for (int index = 0; index < 100; index++) {
            NetworkLogTask task = byLabel.task(Split.TRAIN, index);

            assertThat(task.malicious()).isIn(0.0, 1.0);
            assertThat(task.digest()).isEqualTo(splits.task(Split.TRAIN, index).digest());
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void have_ids_that_name_one_task_each(Split split) {
        for (long index : new long[] {0, 1, 2, 1L << 40, Long.MAX_VALUE}) {
            String id = GeneratedSplits.IDS.of(split, index);

            assertThat(GeneratedSplits.IDS.read(id)).contains(new FromSplit(split, index));
        }
        String text = GeneratedSplits.IDS.of(split, 5);
        String tampered = text.substring(0, text.length() - 1) + (text.endsWith("0") ? "1" : "0");
        assertThat(GeneratedSplits.IDS.read(tampered)).isEmpty();
    }
}
