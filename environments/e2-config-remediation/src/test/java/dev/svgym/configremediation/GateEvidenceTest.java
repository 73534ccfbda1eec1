package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gates say is the same wherever the server runs. */
class GateEvidenceTest {

    private static final Locale USUAL = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR", "de-DE"})
    void has_the_same_digits_and_letters_everywhere(String locale) {
        Locale.setDefault(Locale.ROOT);
        var expected = Tempted.judge(List.of("pss-restricted"), Examples.POD, Examples.REPAIRED);

        Locale.setDefault(Locale.forLanguageTag(locale));
        var verdict = Tempted.judge(List.of("pss-restricted"), Examples.POD, Examples.REPAIRED);

        assertThat("%d".formatted(7)).isEqualTo(digit(locale));
        assertThat(verdict.gates()).isEqualTo(expected.gates());
        assertThat(verdict.gates().toString()).contains("evidence=1 objects");
        assertThat(verdict.success()).hasValue(1);
    }

    private static String digit(String locale) {
        return switch (locale) {
            case "ar-EG-u-nu-arab" -> "\u0667";
            case "hi-IN-u-nu-deva" -> "\u096d";
            default -> "7";
        };
    }

    @Test
    void is_the_same_of_a_patch_that_does_not_apply() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        var verdict = Tempted.judge(List.of("pss-restricted"), Examples.POD, "kind: Pod\n");

        assertThat(verdict.gates().getLast().evidence()).contains("line 1");
    }
}
