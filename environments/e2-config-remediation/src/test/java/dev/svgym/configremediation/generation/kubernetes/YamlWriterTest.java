package dev.svgym.configremediation.generation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.generation.Vocabulary;
import dev.svgym.configremediation.generation.kubernetes.YamlStyle.KeyOrder;
import dev.svgym.configremediation.generation.kubernetes.YamlStyle.Quotes;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class YamlWriterTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final YamlStyle PLAIN =
            new YamlStyle(1, 2, true, KeyOrder.ALPHABETICAL, Quotes.NONE, 0, 0, false);

    private static String text(String json, YamlStyle style) {
        ObjectNode document = (ObjectNode) MAPPER.readTree(json);
        return String.join("\n", YamlWriter.write(document, style, Anchors.NONE).lines());
    }

    private static JsonNode read(List<String> lines) {
        Object value =
                new Load(LoadSettings.builder().build())
                        .loadFromString(String.join("\n", lines) + "\n");
        return MAPPER.valueToTree(value);
    }

    @Test
    void writes_lists_and_mappings_as_people_do() {
        assertThat(
                        text(
                                """
                                {"kind": "Pod", "spec": {"containers": [{"name": "app", "args": ["-v", "5m"],
                                 "ports": [{"containerPort": 80}]}], "volumes": []}}
                                """,
                                PLAIN))
                .isEqualTo(
                        """
                        kind: Pod
                        spec:
                          containers:
                            - args:
                                - "-v"
                                - 5m
                              name: app
                              ports:
                                - containerPort: 80
                          volumes: []\
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "no",
                "Off",
                "null",
                "~",
                "",
                " x",
                "x ",
                "a: b",
                "a #b",
                "1.5",
                "0x10",
                "0755",
                "-1",
                "- a",
                "*x",
                "&x",
                "!x",
                "'",
                "\"",
                "\\",
                "{a}",
                "[a]",
                "%a",
                "@a",
                "`a`",
                "a,b",
                "y",
                "1e3",
                "x:",
                "NT AUTHORITY\\SYSTEM",
                "17:30",
                "2024-01-01",
                "=",
                "<<",
                "...",
                "10.0.0.0/8",
                "5m",
                "v1.2.3"
            })
    void quotes_what_a_parser_would_take_for_something_else(String value) {
        ObjectNode document = Tree.map("a", value, "b", Tree.list(value, value));
        for (long seed = 0; seed < 60; seed++) {
            YamlStyle style = YamlStyle.draw(new RandomStream(seed, 1));

            assertThat(read(YamlWriter.write(document, style, Anchors.NONE).lines()))
                    .isEqualTo(document);
        }
    }

    /** A parser of YAML 1.1, as kubectl has one, takes these for booleans, nulls and numbers where they stand bare. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "Y",
                "yes",
                "Yes",
                "YES",
                "n",
                "no",
                "No",
                "on",
                "On",
                "ON",
                "off",
                "OFF",
                "true",
                "False",
                "null",
                "Null",
                "~",
                "",
                "1e3",
                "1_000",
                "0o7",
                "0x1F",
                "017",
                "0b11",
                "1:20",
                "17:30:00",
                "+1",
                ".5",
                ".inf",
                ".NaN",
                "2024-01-01",
                "<<",
                "="
            })
    void quotes_the_words_and_numbers_of_either_version(String value) {
        for (long seed = 0; seed < 60; seed++) {
            YamlStyle style = YamlStyle.draw(new RandomStream(seed, 1));

            List<String> lines =
                    YamlWriter.write(Tree.map("a", value), style, Anchors.NONE).lines();

            assertThat(lines)
                    .as(value)
                    .anyMatch(line ->
                            line.startsWith("a: '" + value + "'")
                                    || line.startsWith("a: \"" + value + "\""));
        }
    }

    @Test
    void says_the_same_in_every_hand_and_with_anchors() {
        int aliases = 0;
        for (long seed = 0; seed < 300; seed++) {
            var random = new RandomStream(seed, 2);
            Archetype archetype = random.oneOf(Archetype.SHIFTED);
            for (ObjectNode document : archetype.draw(new Scene(random, Vocabulary.USUAL))) {
                YamlStyle style = YamlStyle.draw(random);
                Anchors anchors = Anchors.plan(document, style);
                List<String> lines = YamlWriter.write(document, style, anchors).lines();

                assertThat(read(lines)).isEqualTo(document);
                aliases += anchors.sources().size();
            }
        }
        assertThat(aliases).isGreaterThan(100);
    }

    @Test
    void shows_no_trace_of_when_a_key_came_into_the_tree() {
        ObjectNode early = Tree.map("hostPID", true, "containers", Tree.list(), "hostIPC", true);
        ObjectNode late = Tree.map("hostIPC", true, "containers", Tree.list(), "hostPID", true);
        for (long seed = 0; seed < 60; seed++) {
            YamlStyle style = YamlStyle.draw(new RandomStream(seed, 3));

            assertThat(YamlWriter.write(late, style, Anchors.NONE))
                    .isEqualTo(YamlWriter.write(early, style, Anchors.NONE));
        }
    }
}
