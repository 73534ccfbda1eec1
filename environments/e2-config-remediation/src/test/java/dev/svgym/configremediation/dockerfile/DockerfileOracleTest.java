package dev.svgym.configremediation.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Our parser against BuildKit's: what ours takes, theirs takes, and both read the same instructions. */
class DockerfileOracleTest {

    private static final Path POLICIES = Path.of("..", "..", "policies");
    private static final PathMatcher EXAMPLE =
            FileSystems.getDefault().getPathMatcher("glob:{failing,passing}.dockerfile");
    private static final int FILES = 1_000;

    private static Optional<Source> read(String text) {
        try {
            Source source = SourceReader.read(text);
            for (Instruction instruction : source.instructions()) {
                InstructionCheck.check(instruction);
            }
            // Before a stage there are arguments alone.
            boolean sound =
                    source.instructions().stream()
                            .takeWhile(instruction -> !instruction.name().equals("FROM"))
                            .allMatch(instruction -> instruction.name().equals("ARG"));
            return sound ? Optional.of(source) : Optional.empty();
        } catch (UnreadableDockerfileException e) {
            return Optional.empty();
        }
    }

    private static void assertSame(String text, Source ours, JsonNode theirs) {
        assertThat(theirs.get("escape").stringValue()).isEqualTo(String.valueOf(ours.escape()));
        assertThat(ours.instructions().stream().map(DockerfileOracleTest::shown))
                .as(text)
                .containsExactlyElementsOf(
                        theirs.get("instructions").values().stream()
                                .map(DockerfileOracleTest::shown)
                                .toList());
    }

    private static String shown(Instruction instruction) {
        return "%s %s %s %s %s"
                .formatted(
                        instruction.name(),
                        instruction.flags(),
                        instruction.arguments(),
                        instruction.json(),
                        instruction.heredocs());
    }

    private static String shown(JsonNode node) {
        return "%s %s %s %s %s"
                .formatted(
                        node.get("name").stringValue(),
                        texts(node.get("flags")),
                        texts(node.get("arguments")),
                        node.get("json").booleanValue(),
                        node.get("heredocs").values().stream()
                                .map(document ->
                                        new Heredoc(
                                                document.get("name").stringValue(),
                                                document.get("expand").booleanValue(),
                                                document.get("chomp").booleanValue(),
                                                document.get("content")
                                                        .stringValue()
                                                        .replace("\r\n", "\n")))
                                .toList());
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::stringValue).toList();
    }

    /** How many of the texts ours takes. */
    private static int assertNeverLooser(List<String> texts, List<JsonNode> opinions) {
        int taken = 0;
        for (int i = 0; i < texts.size(); i++) {
            Optional<Source> ours = read(texts.get(i));
            if (ours.isPresent()) {
                taken++;
                assertThat(opinions.get(i).get("sound").booleanValue())
                        .as("theirs refuses: %s%n%s", opinions.get(i).path("why"), texts.get(i))
                        .isTrue();
                assertSame(texts.get(i), ours.get(), opinions.get(i));
            }
        }
        return taken;
    }

    @Test
    void every_example_is_read_alike() throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (String engine : List.of("rego", "semgrep")) {
            try (Stream<Path> files = Files.walk(POLICIES.resolve(engine))) {
                for (Path file :
                        files.filter(each -> EXAMPLE.matches(each.getFileName())).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }

        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(assertNeverLooser(texts, DockerfileOracle.opinions(texts)))
                .isEqualTo(texts.size());
    }

    @Test
    void generated_files_are_read_alike() throws IOException, InterruptedException {
        List<String> texts =
                IntStream.range(0, FILES)
                        .mapToObj(seed -> new DockerfileGenerator(seed).file())
                        .toList();

        List<JsonNode> opinions = DockerfileOracle.opinions(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read(texts.get(i)).isPresent())
                    .as("seed %d, theirs %s%n%s", i, opinions.get(i).path("why"), texts.get(i))
                    .isEqualTo(opinions.get(i).get("sound").booleanValue());
        }
        assertThat(assertNeverLooser(texts, opinions)).isGreaterThan(FILES / 4);
    }

    @Test
    void damaged_files_are_never_taken_where_theirs_refuses()
            throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (int seed = 0; seed < 4 * FILES; seed++) {
            var generator = new DockerfileGenerator(seed);
            texts.add(generator.damaged(generator.file()));
        }

        assertThat(assertNeverLooser(texts, DockerfileOracle.opinions(texts)))
                .isGreaterThan(FILES / 4);
    }
}
