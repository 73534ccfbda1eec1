package dev.svgym.configremediation.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Our parser against HashiCorp's: what ours takes, theirs takes, and both read the same. */
class HclOracleTest {

    private static final Path EXAMPLES = Path.of("..", "..", "policies", "rego", "terraform");
    private static final int FILES = 1_000;

    private static Optional<Body> read(String text) {
        try {
            return Optional.of(BodyReader.read(text));
        } catch (UnreadableHclException e) {
            return Optional.empty();
        }
    }

    private static void assertSame(String text, Body ours, JsonNode theirs) {
        assertThat(theirs.get("attributes").propertyNames())
                .as(text)
                .isEqualTo(ours.attributes().sequencedKeySet());
        assertThat(theirs.get("blocks").size()).as(text).isEqualTo(ours.blocks().size());
        for (int i = 0; i < ours.blocks().size(); i++) {
            JsonNode block = theirs.get("blocks").get(i);
            assertThat(block.get("type").stringValue()).isEqualTo(ours.blocks().get(i).type());
            assertThat(block.get("labels").values().stream().map(JsonNode::stringValue))
                    .isEqualTo(ours.blocks().get(i).labels());
            assertSame(text, ours.blocks().get(i).body(), block.get("body"));
        }
        ours.attributes()
                .forEach((name, expression) -> {
                    JsonNode theirValue = theirs.get("attributes").get(name);
                    JsonNode ourValue =
                            new Evaluator(Names.NONE, Map.of(), new Effort()).value(expression);
                    if (!theirValue.isNull() && !Unresolved.isIn(ourValue)) {
                        assertThat(normal(ourValue))
                                .as("%s in%n%s", name, text)
                                .isEqualTo(normal(theirValue));
                    }
                });
    }

    /** Numbers as this module keeps them, mappings by key. */
    private static JsonNode normal(JsonNode node) {
        if (node.isNumber()) {
            return Numbers.node(node.decimalValue().round(MathContext.DECIMAL32));
        }
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(each -> list.add(normal(each)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.propertyNames().stream()
                    .sorted()
                    .forEach(key -> object.set(key, normal(node.get(key))));
            return object;
        }
        return node;
    }

    /** How many of the texts ours takes. */
    private static int assertNeverLooser(List<String> texts)
            throws IOException, InterruptedException {
        List<JsonNode> opinions = HclOracle.opinions(texts);
        int taken = 0;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Optional<Body> ours = read(text);
            if (ours.isPresent()) {
                taken++;
                assertThat(opinions.get(i).get("sound").booleanValue())
                        .as("theirs refuses%n%s", text)
                        .isTrue();
                assertSame(text, ours.get(), opinions.get(i).get("body"));
            }
        }
        return taken;
    }

    @Test
    void every_example_is_read_alike() throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".tf")).toList()) {
                texts.add(Files.readString(file));
            }
        }

        assertThat(texts).hasSizeGreaterThan(50);
        assertThat(assertNeverLooser(texts)).isEqualTo(texts.size());
    }

    @Test
    void generated_files_are_read_alike() throws IOException, InterruptedException {
        List<String> texts =
                IntStream.range(0, FILES).mapToObj(seed -> new HclGenerator(seed).file()).toList();

        List<JsonNode> opinions = HclOracle.opinions(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read(texts.get(i)).isPresent())
                    .as("seed %d%n%s", i, texts.get(i))
                    .isEqualTo(opinions.get(i).get("sound").booleanValue());
        }
        assertThat(assertNeverLooser(texts)).isGreaterThan(FILES * 7 / 10);
    }

    @Test
    void damaged_files_are_never_taken_where_theirs_refuses()
            throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (int seed = 0; seed < FILES; seed++) {
            var generator = new HclGenerator(seed);
            texts.add(generator.damaged(generator.file() + "z = 1\n"));
        }

        assertThat(assertNeverLooser(texts)).isBetween(FILES / 20, FILES);
    }
}
