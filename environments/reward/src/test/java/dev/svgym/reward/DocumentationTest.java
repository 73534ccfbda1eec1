package dev.svgym.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code docs/estimators.md} says about the module holds. */
class DocumentationTest {

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/estimators.md"));
    }

    @ParameterizedTest
    @CsvSource({
        "rloo, rloo, , ",
        "grpo, grpo, , ",
        "maxrl_zeroed, maxrl_zeroed, , ",
        "maxrl_cv, maxrl_cv, , ",
        "maxrl_u T = 2, maxrl_u, T, 2",
        "maxrl_u T = 4, maxrl_u, T, 4",
        "pkpo k = 2, pkpo, k, 2"
    })
    void the_table_of_four_rollouts_with_one_success_is_computed(
            String label, String name, String parameter, String value) throws IOException {
        var parameters = parameter == null ? Map.<String, String>of() : Map.of(parameter, value);
        var estimator = (GroupEstimator) Estimators.namedFromText(name, parameters);
        var advantages = estimator.advantages(new SuccessCount(1, 4));

        assertThat(page())
                .contains(
                        "| `%s`%s | %s | %s |"
                                .formatted(
                                        name,
                                        label.substring(name.length()),
                                        rounded(advantages.success()),
                                        rounded(advantages.failure())));
    }

    @Test
    void every_estimator_and_every_code_is_explained() throws IOException {
        assertThat(page())
                .contains(
                        Estimators.describe().stream()
                                .map(description -> "`" + description.name() + "`")
                                .toList());
        assertThat(page())
                .contains(
                        Stream.of(RewardsRefusedException.Code.values())
                                .map(code -> "`" + code + "`")
                                .toList());
    }

    @Test
    void the_weights_on_a_task_solved_once_in_a_hundred_are_as_told() {
        assertThat(new EffectiveWeight(new Grpo(1, 0), 16).at(0.01)).isBetween(3.5, 4.0);
        assertThat(new EffectiveWeight(new MaxRlU(16, MaxRlU.Baseline.LOO), 16).at(0.01))
                .isBetween(14.5, 15.0);
    }

    @Test
    void the_weights_on_a_task_solved_half_of_the_time_are_as_told() {
        assertThat(new EffectiveWeight(new Pkpo(4, Pkpo.Baseline.LOO), 16).at(0.5))
                .isCloseTo(0.5, within(1e-12));
        assertThat(new EffectiveWeight(new MaxRlU(16, MaxRlU.Baseline.LOO), 16).at(0.5))
                .isBetween(1.99, 2.0);
        assertThat(new EffectiveWeight(new Grpo(1, 0), 16).at(0.5)).isBetween(1.5, 2.0);
    }

    private static String rounded(double number) {
        return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }
}
