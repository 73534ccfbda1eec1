package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.EnvironmentCard.CeilingCard;
import dev.svgym.environment.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the ceilings of the card and of the README true; {@code -Dsvgym.ceilings=write} writes those of the card anew. */
class CeilingsTest {

    private static final Path CARD =
            Path.of("src/main/resources/dev/svgym/networklogs/ceilings.json");

    @Test
    void are_what_the_bayes_policy_earns() throws IOException {
        List<CeilingCard> measured = new ArrayList<>();
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.OOD)) {
            measured.addAll(measure(split));
        }
        if ("write".equals(System.getProperty("svgym.ceilings"))) {
            Files.writeString(
                    CARD,
                    measured.stream()
                            .map(JsonMapper.shared()::writeValueAsString)
                            .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
        }

        assertThat(JsonMapper.shared().readValue(CARD.toFile(), CeilingCard[].class))
                .as("measure them anew with -Dsvgym.ceilings=write")
                .containsExactlyElementsOf(measured);
        assertThat(Ceilings.measured()).hasSameSizeAs(measured);
    }

    @Test
    void are_in_the_README_for_the_test_split() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        for (CeilingCard ceiling : measure(Split.TEST)) {
            assertThat(readme)
                    .contains(
                            String.format(
                                    Locale.ROOT,
                                    "| `%s` | %.1f %% | %.3f |",
                                    ceiling.stratum(),
                                    100 * ceiling.share(),
                                    ceiling.reward()));
        }
    }

    private static List<CeilingCard> measure(Split split) {
        List<CeilingCard> cards = new ArrayList<>();
        for (Stratum stratum : Stratum.values()) {
            double[] rewards =
                    GeneratedCases.of(split).stream()
                            .filter(c -> c.stratum() == stratum)
                            .mapToDouble(c -> GeneratedCases.reward(c, GeneratedCases.best(c)))
                            .toArray();
            if (rewards.length > 0) {
                cards.add(card(split, stratum, rewards));
            }
        }
        return cards;
    }

    private static CeilingCard card(Split split, Stratum stratum, double[] rewards) {
        double sum = 0;
        for (double reward : rewards) {
            sum += reward;
        }
        double mean = sum / rewards.length;
        double squares = 0;
        for (double reward : rewards) {
            squares += (reward - mean) * (reward - mean);
        }
        return new CeilingCard(
                split,
                stratum.text(),
                rounded(rewards.length / (double) GeneratedCases.TASKS),
                rounded(mean),
                rounded(Math.sqrt(squares / rewards.length / (rewards.length - 1))));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
