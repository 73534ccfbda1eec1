package dev.svgym.configremediation.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** BuildKit's own parser, built of {@code src/dockerfile-oracle} by {@code .ci/run}. */
final class DockerfileOracle {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DockerfileOracle() {}

    /** Skips the test where it is not built, save in CI. */
    static Path required() {
        Map<String, String> environment = System.getenv();
        Path binary =
                Path.of(
                                environment.getOrDefault(
                                        "SVGYM_TOOLS",
                                        System.getProperty("user.home") + "/.cache/svgym"))
                        .resolve("bin")
                        .resolve("dockerfile-oracle");
        boolean there = Files.isExecutable(binary);
        if ("true".equals(environment.get("CI"))) {
            assertThat(there).as("%s, which .ci/run builds", binary).isTrue();
        } else if (!there) {
            System.out.println(
                    "Skipped: BuildKit's parser is not at %s; with Go: cd environments/e2-config-remediation/src/dockerfile-oracle && go build -o %s ."
                            .formatted(binary, binary));
        }
        assumeTrue(there, "BuildKit's parser is not built");
        return binary;
    }

    /** What it says of each text: {@code {"sound": true, "instructions": [...]}}. */
    static List<JsonNode> opinions(List<String> texts) throws IOException, InterruptedException {
        Process oracle =
                new ProcessBuilder(required().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var writing =
                CompletableFuture.runAsync(() -> {
                    try (var in = oracle.outputWriter(StandardCharsets.UTF_8)) {
                        for (String text : texts) {
                            in.write(MAPPER.writeValueAsString(text) + "\n");
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        List<JsonNode> opinions;
        try (var out = oracle.inputReader(StandardCharsets.UTF_8)) {
            opinions = out.lines().map(line -> MAPPER.readTree(line)).toList();
        }
        writing.join();
        assertThat(oracle.waitFor()).isZero();
        assertThat(opinions).hasSameSizeAs(texts);
        return opinions;
    }
}
