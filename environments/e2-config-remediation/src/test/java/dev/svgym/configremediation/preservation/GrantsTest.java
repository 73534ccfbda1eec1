package dev.svgym.configremediation.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.catalogue.Constraint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Rights as a set, on roles that are small enough to see through. */
class GrantsTest {

    private static final Constraint NAMED =
            new Constraint.GrantsNamed(
                    List.of("get", "list"), new TreeMap<>(Map.of("apps", List.of("a", "b"))));

    private static String rule(String groups, String resources, String verbs) {
        return "{'apiGroups': [%s], 'resources': [%s], 'verbs': [%s]}"
                .formatted(quoted(groups), quoted(resources), quoted(verbs));
    }

    private static String quoted(String names) {
        return names.isEmpty() ? "" : "'" + names.replace(" ", "','") + "'";
    }

    private static Grants grants(String... rules) {
        return Grants.of(
                        JsonMapper.shared()
                                .readTree(("[" + String.join(",", rules) + "]").replace('\'', '"')))
                .orElseThrow();
    }

    private static boolean repaired(String before, String after, Constraint... constraints) {
        return grants(after).repair(grants(before), List.of(constraints));
    }

    @Test
    void are_the_same_however_the_rules_are_written() {
        Grants joined = grants(rule("apps", "a b", "get list"));
        Grants split =
                grants(
                        rule("apps", "b", "list get"),
                        rule("apps", "a", "get"),
                        rule("apps", "a", "list"));

        assertThat(split.repair(joined, List.of())).isTrue();
        assertThat(joined.repair(split, List.of())).isTrue();
        assertThat(grants().repair(grants(), List.of())).isTrue();
    }

    @Test
    void may_not_grow_by_a_wildcard_or_a_subresource() {
        assertThat(repaired(rule("apps", "a", "get"), rule("apps", "*", "get"))).isFalse();
        assertThat(repaired(rule("apps", "a", "get"), rule("*", "a", "get"))).isFalse();
        assertThat(repaired(rule("apps", "a", "get"), rule("apps", "a a/status", "get"))).isFalse();
        assertThat(repaired(rule("apps", "*/scale", "get"), rule("apps", "a/scale", "get")))
                .isFalse();
        assertThat(
                        grants(rule("apps", "a/scale", "get"), rule("apps", "*/scale", "get"))
                                .repair(grants(rule("apps", "*/scale", "get")), List.of()))
                .isTrue();
    }

    @Test
    void name_what_a_wildcard_stood_for_in_each_dimension() {
        assertThat(repaired(rule("apps", "*", "get"), rule("apps", "a b", "get"), NAMED)).isTrue();
        assertThat(repaired(rule("apps", "*", "get"), rule("apps", "a", "get"), NAMED)).isFalse();
        assertThat(repaired(rule("*", "a", "get"), rule("apps", "a", "get"), NAMED)).isTrue();
        assertThat(repaired(rule("*", "*", "*"), rule("*", "*", "get list"), NAMED)).isTrue();
        assertThat(repaired(rule("apps", "*", "*"), rule("apps", "a b", "get list"), NAMED))
                .isTrue();
        assertThat(repaired(rule("apps", "*", "*"), rule("apps", "a b", "get"), NAMED)).isFalse();
        assertThat(repaired(rule("other", "*", "get"), rule("other", "a", "get"), NAMED)).isFalse();
    }

    @Test
    void to_objects_that_are_named_and_to_paths_of_the_server_stay() {
        var any = new Constraint.GrantsWithout(List.of(), List.of(), List.of("get"));
        String named =
                "{'apiGroups': [''], 'resources': ['a'], 'resourceNames': ['x'], 'verbs': ['get']}";
        String path = "{'nonResourceURLs': ['/metrics'], 'verbs': ['get']}";

        assertThat(
                        grants().repair(
                                        grants(rule("", "a", "get").replace("[]", "['']")),
                                        List.of(any)))
                .isTrue();
        assertThat(grants().repair(grants(named), List.of(any))).isFalse();
        assertThat(grants().repair(grants(path), List.of(any))).isFalse();
        assertThat(repaired(rule("*", "*", "*"), path)).isFalse();
    }

    @Test
    void of_a_rule_that_no_server_takes_are_refused_unless_it_was_there() {
        String empty = rule("apps", "", "get");

        assertThat(
                        grants(rule("apps", "a", "get"), empty)
                                .repair(grants(rule("apps", "a", "get")), List.of()))
                .isFalse();
        assertThat(grants(empty).repair(grants(empty), List.of())).isTrue();
    }

    @Test
    @Timeout(2)
    void that_are_too_many_are_not_compared() {
        String names =
                IntStream.range(0, 500)
                        .mapToObj(i -> "'a" + i + "'")
                        .collect(Collectors.joining(","));
        String rule =
                "[{'apiGroups': [%1$s], 'resources': [%1$s], 'verbs': [%1$s]}]".formatted(names);

        assertThat(Grants.of(JsonMapper.shared().readTree(rule.replace('\'', '"')))).isEmpty();
    }
}
