package dev.svgym.configremediation.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.catalogue.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class PhrasesTest {

    private static final Constraint WITHOUT_CHECKS =
            new Constraint.Words(List.of("-k", "--host *", "--host=*"), new TreeMap<>(), false);
    private static final Constraint OTHER_MODE =
            new Constraint.Words(
                    List.of(),
                    new TreeMap<>(Map.of("777", List.of("755"), "http://*", List.of("https://*"))),
                    false);

    private static JsonNode words(String text) {
        return JsonMapper.shared()
                .valueToTree(text.isEmpty() ? List.of() : List.of(text.split(" ")));
    }

    private static boolean allowed(String before, String after) {
        return Phrases.areAllowed(
                List.of(WITHOUT_CHECKS, OTHER_MODE, new Constraint.Remove()),
                new Change(
                        List.of("words"), Optional.of(words(before)), Optional.of(words(after))));
    }

    @Test
    void words_that_may_go_go_wherever_and_however_often_they_stand() {
        assertThat(allowed("curl -k a -k", "curl a")).isTrue();
        assertThat(allowed("curl -k a -k", "curl -k a")).isTrue();
        assertThat(allowed("pip --host x y --host=z", "pip y")).isTrue();
        assertThat(allowed("a a -k a", "a a a")).isTrue();
    }

    @Test
    void nothing_else_goes_comes_or_changes_its_place() {
        assertThat(allowed("curl -k a", "curl")).isFalse();
        assertThat(allowed("curl -k a", "curl a b")).isFalse();
        assertThat(allowed("curl -k a b", "curl b a")).isFalse();
        assertThat(allowed("curl -kk a", "curl a")).isFalse();
        assertThat(allowed("curl a --host", "curl a")).isFalse();
        assertThat(allowed("curl a", "curl -k a")).isFalse();
    }

    @Test
    void a_word_becomes_one_that_may_take_its_place() {
        assertThat(allowed("chmod 777 a", "chmod 755 a")).isTrue();
        assertThat(allowed("chmod 777 a", "chmod 700 a")).isFalse();
        assertThat(allowed("chmod 755 a", "chmod 777 a")).isFalse();
        assertThat(allowed("curl http://a/b", "curl https://a/b")).isTrue();
        assertThat(allowed("curl http://a/b", "curl https://a/c")).isFalse();
        assertThat(allowed("curl -k http://a/b 777", "curl https://a/b 755")).isTrue();
    }

    @Test
    void a_mode_becomes_a_narrower_one_where_modes_may() {
        var modes = new Constraint.Words(List.of(), new TreeMap<>(), true);
        var narrower =
                new Change(
                        List.of("words"),
                        Optional.of(words("chmod 777 a")),
                        Optional.of(words("chmod u=rwx,go=rx a")));

        assertThat(Phrases.areAllowed(List.of(modes), narrower)).isTrue();
        assertThat(Phrases.areAllowed(List.of(WITHOUT_CHECKS), narrower)).isFalse();
    }

    @Test
    void a_command_goes_as_a_whole_where_all_of_its_words_may_go() {
        var gone =
                new Change(List.of("words"), Optional.of(words("-k --host x")), Optional.empty());
        var more = new Change(List.of("words"), Optional.of(words("curl -k")), Optional.empty());
        var empty = new Change(List.of("words"), Optional.of(words("-k")), Optional.of(words("")));

        assertThat(Phrases.areAllowed(List.of(WITHOUT_CHECKS), gone)).isTrue();
        assertThat(Phrases.areAllowed(List.of(WITHOUT_CHECKS), more)).isFalse();
        assertThat(Phrases.areAllowed(List.of(WITHOUT_CHECKS), empty)).isFalse();
    }

    @Test
    void only_lists_of_words_are_commands() {
        var text = JsonNodeFactory.instance.stringNode("curl -k");
        var change = new Change(List.of("words"), Optional.of(text), Optional.of(words("curl")));

        assertThat(Phrases.areAllowed(List.of(WITHOUT_CHECKS), change)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app",
                "1",
                "1000:0",
                "2147483647",
                "www-data:www-data",
                "_apt",
                "app:root",
                "app:999"
            })
    void a_user_who_is_not_root_is_told_by_name_or_number(String user) {
        assertThat(ImageUser.isNotRoot(JsonNodeFactory.instance.stringNode(user))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root",
                "Root",
                "0",
                "00",
                "+0",
                "-1",
                "01",
                "2147483648",
                "99999999999",
                "root:app",
                ":app",
                "a b",
                "r\u043eot",
                "$U",
                "toor",
                "1:",
                "app:docker",
                "app:Wheel",
                "1000:27",
                "0x1"
            })
    void nobody_else_is(String user) {
        assertThat(ImageUser.isNotRoot(JsonNodeFactory.instance.stringNode(user))).isFalse();
    }
}
