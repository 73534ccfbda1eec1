package dev.svgym.reward.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.reward.RewardsRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every case of a vector file, one test each. {@code -Dsvgym.golden=FILE} runs another file of the same schema, its path
 * seen from the folder of this module or from the root of the project.
 */
class GoldenVectorsTest {

    private static final AtomicInteger RUN = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> every_case_agrees_with_the_oracle() throws IOException {
        return StreamSupport.stream(cases().spliterator(), false)
                .map(golden ->
                        DynamicTest.dynamicTest(golden.get("id").asString(), () -> run(golden)));
    }

    @AfterAll
    static void no_case_was_left_out() throws IOException {
        assertThat(RUN.get()).isPositive().isEqualTo(cases().size());
    }

    private static void run(JsonNode golden) {
        RUN.incrementAndGet();
        String estimator = golden.get("estimator").asString();
        JsonNode expected = golden.get("expected");

        JsonNode actual;
        try {
            actual = GoldenCalls.call(estimator, golden.get("inputs"));
        } catch (RewardsRefusedException refused) {
            assertThat(refused.code().name())
                    .as(refused.getMessage())
                    .isEqualTo(expected.path("error").asString("no error"));
            return;
        }

        assertThat(expected.has("error")).as("must be refused, got %s", actual).isFalse();
        new GoldenComparison(estimator).compare(expected, actual);
    }

    private static JsonNode cases() throws IOException {
        try (InputStream file = open()) {
            return JsonMapper.shared().readTree(file).get("cases");
        }
    }

    private static InputStream open() throws IOException {
        String named = System.getProperty("svgym.golden", "");
        if (named.isEmpty()) {
            InputStream resource = GoldenVectorsTest.class.getResourceAsStream("/golden.json");
            assertThat(resource).isNotNull();
            return resource;
        }
        Path fromModule = Path.of(named);
        return Files.newInputStream(
                Files.exists(fromModule) ? fromModule : Path.of("../..").resolve(named));
    }
}
