package dev.svgym.configremediation.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TreeDiffTest {

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static List<String> paths(String before, String after) {
        return TreeDiff.between(json(before), json(after)).stream()
                .map(change -> String.join(".", change.path()))
                .toList();
    }

    @Test
    void key_order_and_the_spelling_of_numbers_are_no_difference() {
        assertThat(paths("{'a': 1, 'b': 2.0}", "{'b': 2, 'a': 1.0}")).isEmpty();
    }

    @Test
    void a_value_of_another_type_is_a_difference() {
        assertThat(paths("{'a': 1}", "{'a': '1'}")).containsExactly("a");
        assertThat(paths("{'a': true}", "{'a': 'true'}")).containsExactly("a");
        assertThat(paths("{'a': {'b': 1}}", "{'a': ['b']}")).containsExactly("a");
    }

    @Test
    void what_could_not_be_resolved_is_one_value() {
        assertThat(
                        paths(
                                "{'a': {'$unresolved': 'x.y.id', '$of': 'x.y'}}",
                                "{'a': {'$unresolved': 'x.z.id', '$of': 'x.z'}}"))
                .containsExactly("a");
    }

    @Test
    void an_empty_list_may_have_been_a_keyed_one() {
        assertThat(paths("{'a': {'x': {'name': 'x'}}}", "{'a': []}")).containsExactly("a.x");
        assertThat(paths("{'a': []}", "{'a': {'x': {'name': 'x'}}}")).containsExactly("a.x");
        assertThat(paths("{'a': {}}", "{'a': []}")).isEmpty();
    }

    @Test
    void what_was_added_or_removed_is_named_at_its_root() {
        var changes =
                TreeDiff.between(json("{'a': {'b': {'c': 1, 'd': 2}}}"), json("{'a': {}, 'e': 3}"));

        assertThat(changes)
                .extracting(change -> String.join(".", change.path()))
                .containsExactly("a.b", "e");
        assertThat(changes.getFirst().nodes()).isEqualTo(2);
        assertThat(changes.getFirst().after()).isEmpty();
        assertThat(changes.getLast().before()).isEmpty();
    }

    @Test
    void a_list_of_scalars_is_one_value() {
        assertThat(paths("{'a': ['x', 'y']}", "{'a': ['y']}")).containsExactly("a");
        assertThat(paths("{'a': ['x', 'y']}", "{'a': ['y', 'x']}")).containsExactly("a");
    }

    @Test
    void removing_one_of_a_list_of_objects_shifts_none_of_the_others() {
        String three = "[{'v': 1}, {'v': 2}, {'v': 3}]";

        assertThat(paths("{'a': " + three + "}", "{'a': [{'v': 1}, {'v': 3}]}"))
                .containsExactly("a.1");
        assertThat(paths("{'a': [{'v': 1}, {'v': 3}]}", "{'a': " + three + "}"))
                .containsExactly("a.1");
        assertThat(paths("{'a': " + three + "}", "{'a': [{'v': 1}, {'v': 9}, {'v': 3}]}"))
                .containsExactly("a.1.v");
    }
}
