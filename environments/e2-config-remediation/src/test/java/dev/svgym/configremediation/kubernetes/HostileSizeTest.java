package dev.svgym.configremediation.kubernetes;

import static dev.svgym.configremediation.kubernetes.Manifests.configMap;
import static dev.svgym.configremediation.kubernetes.Manifests.flaws;
import static dev.svgym.configremediation.kubernetes.Manifests.pod;
import static dev.svgym.configremediation.kubernetes.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts made to be slow, large or deep: seconds are generous for each, and a reader that recurses would overflow. */
@Timeout(5)
class HostileSizeTest {

    private static final String TOO_DEEP = "expected at most 64 levels of nesting";

    @BeforeAll
    static void warmUp() {
        assertThat(read(pod("")).objects()).hasSize(1);
    }

    @Test
    @Timeout(1)
    void stops_at_the_sixty_fifth_level_in_every_notation() {
        String blocks =
                IntStream.range(0, 600)
                        .mapToObj(i -> " ".repeat(i) + "a:\n")
                        .collect(Collectors.joining());

        assertThat(flaws("[".repeat(100_000))).containsExactly("line 1: " + TOO_DEEP);
        assertThat(flaws("{a: ".repeat(60_000))).containsExactly("line 1: " + TOO_DEEP);
        assertThat(flaws("- ".repeat(100_000))).containsExactly("line 1: " + TOO_DEEP);
        assertThat(flaws(blocks)).containsExactly("line 65: " + TOO_DEEP);
        assertThat(flaws("? ".repeat(100_000))).hasSize(1);
        assertThat(flaws("!".repeat(100_000))).hasSize(1);
    }

    @Test
    void takes_sixty_four_levels() {
        String value = "[".repeat(64) + "]".repeat(64);

        assertThat(flaws(value))
                .containsExactly("line 1: expected a mapping with apiVersion and kind");
        assertThat(flaws("[" + value + "]")).containsExactly("line 1: " + TOO_DEEP);
    }

    @Test
    void refuses_a_file_of_more_than_256_kibibytes_in_utf_8() {
        int rest = 256 * 1024 - configMap("").length();

        assertThat(flaws(configMap("a".repeat(rest)))).isEmpty();
        assertThat(flaws(configMap("a".repeat(rest + 1))))
                .containsExactly("line 1: expected at most 262144 bytes in a file");
        assertThat(flaws(configMap("\u4F60".repeat(rest / 2))))
                .containsExactly("line 1: expected at most 262144 bytes in a file");
    }

    @Test
    void refuses_aliases_that_multiply() {
        // 10 scalars, then each list holds the one before ten times: the sixth would come to more
        // than a million.
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        }

        assertThat(flaws(text.toString()))
                .containsExactly("line 6: expected at most 200000 nodes with aliases expanded");
    }

    @Test
    void refuses_aliases_that_tower() {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 100; i++) {
            text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }

        // The mapping is one level, the list of line n comes to n more.
        assertThat(flaws(text.toString())).containsExactly("line 64: " + TOO_DEEP);
    }

    @Test
    void refuses_three_thousand_containers() {
        String more =
                IntStream.range(0, 3_000)
                        .mapToObj("    - {name: c%d, image: 'a:1'}\n"::formatted)
                        .collect(Collectors.joining());

        assertThat(flaws(pod("") + more))
                .containsExactly(
                        "line 1, Pod \"a\": spec: expected at most 64 containers, got 3001");
    }

    @Test
    void takes_sixty_four_containers_over_all_lists_and_no_more() {
        String more =
                IntStream.range(0, 62)
                        .mapToObj("    - {name: c%d, image: 'a:1'}\n"::formatted)
                        .collect(Collectors.joining());
        String init = "  initContainers:\n    - {name: init, image: 'a:1'}\n";

        assertThat(flaws(pod("") + more + init)).isEmpty();
        assertThat(flaws(pod("") + more + init + "    - {name: init-2, image: 'a:1'}\n"))
                .containsExactly("line 1, Pod \"a\": spec: expected at most 64 containers, got 65");
    }

    @Test
    void takes_one_hundred_objects_and_no_more() {
        String hundred =
                IntStream.range(0, 100)
                        .mapToObj(i -> configMap("b").replace("name: a", "name: a" + i))
                        .collect(Collectors.joining("---\n"));
        String list = "apiVersion: v1\nkind: List\nitems: [%s]\n".formatted("{}, ".repeat(50_000));

        assertThat(read(hundred).objects()).hasSize(100);
        assertThat(flaws(hundred + "---\n" + configMap("b")))
                .containsExactly("line 701: expected at most 100 objects");
        assertThat(flaws(list)).hasSize(20);
    }

    @Test
    void lists_the_first_twenty_of_many_thousand_flaws() {
        assertThat(flaws(pod("env: [" + "{nam: 1}, ".repeat(20_000) + "]"))).hasSize(20);
    }

    @Test
    void takes_many_equal_keys_of_a_keyed_list_in_linear_time() {
        var config = read(pod("env: [" + "{name: A}, ".repeat(20_000) + "]"));

        assertThat(
                        config.objects()
                                .getFirst()
                                .tree()
                                .at("/spec/containers/app/env")
                                .propertyNames())
                .hasSize(20_000)
                .startsWith("A", "A#2", "A#3")
                .endsWith("A#20000");
    }

    @Test
    void takes_no_time_over_what_only_looks_like_a_number_or_a_name() {
        for (String value :
                List.of(
                        "1".repeat(200_000),
                        "1_".repeat(100_000),
                        "'" + "a.".repeat(100_000) + "'")) {
            assertThat(flaws("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + value + "}\n"))
                    .hasSize(1);
        }
        assertThat(flaws("---\n".repeat(60_000)))
                .containsExactly(
                        "expected at least one object, got none: comments alone are no config");
    }
}
