package dev.svgym.configremediation.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Parsed;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DockerfileKindTest {

    private static final DockerfileKind KIND = new DockerfileKind();

    private static SortedMap<String, String> files(String text) {
        return new TreeMap<>(Map.of("Dockerfile", text));
    }

    private static Config read(String text) {
        Parsed parsed = KIND.parse(files(text));
        assertThat(parsed).as(text).isInstanceOf(Parsed.Read.class);
        return ((Parsed.Read) parsed).config();
    }

    private static JsonNode tree(String text, String id) {
        return read(text).objects().stream()
                .filter(object -> object.id().equals(id))
                .map(ConfigObject::tree)
                .findFirst()
                .orElseThrow();
    }

    /** The instructions of a stage upon an image, from these lines. */
    private static JsonNode instructions(String lines) {
        return tree("FROM a:1\n" + lines, "Dockerfile/0").path("instructions");
    }

    private static String rendered(String lines) {
        Config config = read("FROM a:1\n" + lines);
        return KIND.texts(files(lines), config).getOrDefault("Dockerfile", "");
    }

    private static String flaw(String text) {
        Parsed parsed = KIND.parse(files(text));
        assertThat(parsed).as(text).isInstanceOf(Parsed.Unreadable.class);
        return ((Parsed.Unreadable) parsed).flaws().getFirst().message();
    }

    @Test
    void reads_what_builders_read() {
        assertThat(
                        List.of(
                                "Dockerfile",
                                "a/b/Dockerfile",
                                "Dockerfile.dev",
                                "web.dockerfile",
                                "Containerfile",
                                "dockerfile"))
                .allMatch(KIND::reads);
        assertThat(List.of("Dockerfile.dockerignore", "a.yaml", "MyDockerfile", ".dockerignore"))
                .noneMatch(KIND::reads);
    }

    @Nested
    class a_variable {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "${A}|1",
                    "$A$A|11",
                    "${A:-x}|1",
                    "${E:-x}|x",
                    "${E-x}|^^",
                    "${E:+x}|^^",
                    "${A:+x}|x",
                    "${A+$A}|1",
                    "\\$A|$A",
                    "'$A'|$A",
                    "\"$A b\"|1 b",
                    "${V%.*}|1.2",
                    "${V%%.*}|1",
                    "${V#*.}|2.3",
                    "${V##*.}|3",
                    "${V/./-}|1-2.3",
                    "${V//./-}|1-2-3",
                    "a$|a$",
                    "${A:?needed}|1"
                })
        void is_replaced_as_the_builder_does(String text, String value) {
            JsonNode found =
                    instructions("ENV A=1 E= V=1.2.3\nLABEL l=" + text + "\n").path("LABEL l");

            assertThat(found.path("value").stringValue()).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"$X", "${X:-a}", "${X:+a}", "a${X}b", "${PATH}", "${X?no}"})
        void that_the_base_may_set_is_not_known(String text) {
            assertThat(
                            instructions("LABEL l=" + text + "\n")
                                    .path("LABEL l")
                                    .path("value")
                                    .isObject())
                    .isTrue();
        }

        @Test
        void of_a_stage_upon_nothing_is_known_not_to_be_there() {
            JsonNode tree = tree("FROM scratch\nLABEL l=${X:-a}\n", "Dockerfile/0");

            assertThat(tree.at("/instructions/LABEL l/value").stringValue()).isEqualTo("a");
        }

        @Test
        void before_the_first_stage_is_seen_by_FROM_and_by_those_who_ask_for_it() {
            String text = "ARG T=1\nFROM a:${T}\nLABEL l=$T\nARG T\nLABEL m=$T\n";
            JsonNode stage = tree(text, "Dockerfile/0");

            assertThat(stage.at("/base/image").stringValue()).isEqualTo("a:1");
            assertThat(stage.at("/instructions/LABEL l/value").isObject()).isTrue();
            assertThat(stage.at("/instructions/LABEL m/value").stringValue()).isEqualTo("1");
            assertThat(tree("FROM a:${T:-2}\n", "Dockerfile/0").at("/base/image").stringValue())
                    .isEqualTo("a:2");
            assertThat(tree("ARG T\nFROM a:${T:-2}\n", "Dockerfile/0").at("/base/image").isObject())
                    .isTrue();
        }

        @Test
        void of_a_stage_goes_on_in_those_upon_it_and_in_no_other() {
            String text = "FROM a:1 AS x\nENV A=1\nFROM x\nLABEL l=$A\nFROM a:1\nLABEL l=$A\n";

            assertThat(tree(text, "Dockerfile/1").at("/instructions/LABEL l/value").stringValue())
                    .isEqualTo("1");
            assertThat(tree(text, "Dockerfile/2").at("/instructions/LABEL l/value").isObject())
                    .isTrue();
        }

        @Test
        void is_not_seen_within_the_instruction_that_sets_it() {
            JsonNode found = instructions("ENV A=1\nENV A=2 B=$A\n");

            assertThat(found.at("/ENV B/value").stringValue()).isEqualTo("1");
            assertThat(found.at("/ENV A (2)/value").stringValue()).isEqualTo("2");
        }

        @Test
        void of_ENV_goes_before_one_of_ARG() {
            assertThat(
                            instructions("ENV A=1\nARG A=2\nLABEL l=$A\n")
                                    .at("/LABEL l/value")
                                    .stringValue())
                    .isEqualTo("1");
        }
    }

    @Nested
    class a_stage {

        @Test
        void has_the_user_of_its_last_USER_or_of_what_it_is_built_upon() {
            String text = "FROM a:1 AS x\nUSER root\nUSER app\nFROM x AS y\nFROM a:1\n";

            assertThat(tree(text, "Dockerfile/x").path("user").stringValue()).isEqualTo("app");
            assertThat(tree(text, "Dockerfile/y").path("user").stringValue()).isEqualTo("app");
            assertThat(tree(text, "Dockerfile/2").has("user")).isFalse();
        }

        @Test
        void is_reached_where_the_last_one_is_made_of_it() {
            Config config =
                    read(
                            "FROM a:1 AS x\nFROM x AS y\nFROM a:1 AS dead\nFROM a:1 AS m\nFROM a:1\nCOPY --from=y a b\nRUN --mount=from=3,target=/m true\n");

            assertThat(
                            config.input().path("objects").values().stream()
                                    .filter(object -> object.path("reached").asBoolean(false))
                                    .map(object -> object.path("id").stringValue()))
                    .containsExactly(
                            "Dockerfile/x", "Dockerfile/y", "Dockerfile/m", "Dockerfile/4");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "FROM a AS x\\nFROM b AS X|no other stage",
                    "FROM a\\nCOPY --from=1 a b|before this one",
                    "RUN x\\nFROM a|before RUN",
                    "ARG A|expected a FROM",
                    "ARG A=\\nFROM $A|blank",
                    "FROM a\\nLABEL a=${b|expected }",
                    "FROM a\\nEXPOSE 99999|65535",
                    "FROM a\\nRUN --mount=type=evil x|one of bind",
                    "FROM a\\nONBUILD NOPE|unknown instruction",
                    "FROM a AS 1|starts with a letter",
                    "FROM a\\nSHELL sh -c|JSON array",
                    "FROM a\\nCOPY a|sources and a destination"
                })
        void that_cannot_be_built_is_refused(String text, String why) {
            assertThat(flaw(text.replace("\\n", "\n"))).contains(why);
        }
    }

    @Nested
    class what_a_shell_gets {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "RUN a && curl -k x\n",
                    "RUN a \\\n  # c\n  && \\\n\n  curl   -k x # d\n",
                    "RUN <<EOF\n\na\n# c\ncurl -k x\nEOF\n",
                    "RUN <<-EOF\n\ta\n\tcurl \\\n  -k x\n\tEOF\n",
                    "RUN a; 'curl' \"-k\" x\n",
                    "RUN (a) | curl -k x\n"
                })
        void is_read_as_commands(String lines) {
            assertThat(rendered(lines).replaceAll("RUN *\n", ""))
                    .isEqualTo("RUN a\nRUN curl -k x\n");
        }

        @Test
        void has_scripts_within_it() {
            assertThat(rendered("RUN sh -ec 'a b; c' && echo \"$(d \"e f\")\" $((1+2))\n"))
                    .isEqualTo(
                            "RUN sh -ec $(0)\nRUN a b\nRUN c\nRUN echo \"$(0)\" $((1+2))\nRUN d \"e\\sf\"\n");
            assertThat(rendered("RUN [\"/bin/bash\", \"-c\", \"curl -k x\"]\n"))
                    .isEqualTo("RUN /bin/bash -c $(0)\nRUN curl -k x\n");
        }

        @Test
        void has_the_clustered_options_of_curl_apart() {
            assertThat(rendered("RUN curl -fsSLko out.k x -H k\n"))
                    .isEqualTo("RUN curl -f -s -S -L -k -o out.k x -H k\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "RUN echo 'a\n",
                    "RUN echo $(a\n",
                    "RUN cat <<EOF >/x\ncurl -k\nEOF\n",
                    "RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n",
                    "RUN <<EOF\ncat <<X\n  y\nX\nEOF\n",
                    "SHELL [\"powershell\", \"-Command\"]\nRUN curl -k\n"
                })
        void stays_as_it_is_where_it_is_no_script(String lines) {
            assertThat(rendered(lines)).isEmpty();
            assertThat(instructions(lines).path("RUN 0").has("text")).isTrue();
        }

        @Test
        void leads_back_to_its_command() {
            SortedMap<String, String> files =
                    files("FROM a:1\nENV É=1\nRUN é\nRUN a | curl -k x\n");
            Config config = ((Parsed.Read) KIND.parse(files)).config();
            String text = KIND.texts(files, config).getOrDefault("Dockerfile", "");
            int at = text.codePointCount(0, text.indexOf("-k"));

            assertThat(KIND.places(files, config).at("Dockerfile", at).orElseThrow().path())
                    .containsExactly("instructions", "RUN 1", "commands", "1", "words");
        }
    }

    @Test
    void files_that_are_made_here_are_what_the_builder_makes_of_them() {
        JsonNode copy =
                instructions(
                                "ENV A=1\nCOPY <<a.txt <<\"b.txt\" <<-c c /d/\n$A \"\nb\na.txt\n$A\nb.txt\n\t\tx\n\tc\n")
                        .path("COPY 0");

        assertThat(copy.at("/documents/0/text").stringValue()).isEqualTo("1 \"\nb\n");
        assertThat(copy.at("/documents/1/text").stringValue()).isEqualTo("$A\n");
        assertThat(copy.at("/documents/2/text").stringValue()).isEqualTo("x\n");
        assertThat(copy.at("/sources/0").stringValue()).isEqualTo("c");
    }

    @Test
    void ports_go_one_by_one() {
        assertThat(instructions("EXPOSE 20-22 80/UDP 443\n").propertyNames())
                .containsExactly(
                        "EXPOSE 20/tcp",
                        "EXPOSE 21/tcp",
                        "EXPOSE 22/tcp",
                        "EXPOSE 80/udp",
                        "EXPOSE 443/tcp");
    }

    @Test
    void the_escape_character_may_be_a_backtick() {
        JsonNode found =
                tree("# escape=`\nFROM a:1\nLABEL l=c:\\d `\n  m=`$A\n", "Dockerfile/0")
                        .path("instructions");

        assertThat(found.at("/LABEL l/value").stringValue()).isEqualTo("c:\\d");
        assertThat(found.at("/LABEL m/value").stringValue()).isEqualTo("$A");
    }

    @Test
    void hostile_sizes_take_no_time() {
        assertThat(flaw("FROM a\nLABEL a=" + "${b:-".repeat(5_000))).contains("too deep");
        assertThat(flaw("FROM a\n" + "LABEL a=b\n".repeat(2_000))).contains("at most 2000");
        assertThat(flaw("ARG A=xxxxxxxxxxxxxxxx\n" + doubling() + "FROM $A\n"))
                .contains("beyond bounds");
        assertThat(rendered("RUN " + "$(a ".repeat(3_000) + ")".repeat(3_000) + "\n")).isEmpty();
        assertThat(rendered("RUN " + "a;".repeat(20_000) + "\n")).isEmpty();
    }

    private static String doubling() {
        return "ARG A=$A$A$A$A\n".repeat(30);
    }
}
