package dev.svgym.reward.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares what came with what an oracle expects: every expected field, numbers to the tolerance of the schema. */
final class GoldenComparison {

    private static final Set<String> QUANTILES = Set.of("beta_interval", "clopper_pearson");

    private final double tolerance;

    GoldenComparison(String estimator) {
        this.tolerance = QUANTILES.contains(estimator) ? 1e-9 : 1e-12;
    }

    void compare(JsonNode expected, JsonNode actual) {
        compare("expected", expected, actual);
    }

    private void compare(String at, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            for (var field : expected.properties()) {
                String name = field.getKey();
                if (name.endsWith("_rle")) {
                    compareRuns(
                            at + "." + name,
                            field.getValue(),
                            actual.path(name.substring(0, name.length() - 4)));
                } else {
                    assertThat(actual.has(name)).as("%s.%s in %s", at, name, actual).isTrue();
                    compare(at + "." + name, field.getValue(), actual.get(name));
                }
            }
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(at).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(at + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else if (expected.isNumber()) {
            compareNumbers(at, expected, actual);
        } else {
            assertThat(actual).as(at).isEqualTo(expected);
        }
    }

    private void compareRuns(String at, JsonNode runs, JsonNode actual) {
        int i = 0;
        for (JsonNode run : runs) {
            for (int left = run.get(1).asInt(); left > 0; left--) {
                compareNumbers(at + "[" + i + "]", run.get(0), actual.path(i));
                i++;
            }
        }
        assertThat(actual.size()).as(at).isEqualTo(i);
    }

    private void compareNumbers(String at, JsonNode expected, JsonNode actual) {
        assertThat(actual.isNumber()).as("%s is a number, got %s", at, actual).isTrue();
        double number = expected.asDouble();
        assertThat(actual.asDouble())
                .as(at)
                .isCloseTo(number, within(tolerance * Math.max(1, Math.abs(number))));
    }
}
