package dev.svgym.configremediation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    private static Catalogue read(String allow) throws IOException {
        String json =
                """
                {"rules": [{"id": "K8S-X", "title": "t", "rationale": "r", "severity": "high", "kind": "kubernetes",
                  "engine": "opa", "sets": ["s"], "aliases": ["tool/x"], "sources": ["https://example.org"],
                  "fixes": [{"at": "element", "path": ["a"], "allow": [%s]}]}]}
                """
                        .formatted(allow);
        return CatalogueReader.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "digest");
    }

    @Test
    void reads_every_constraint() throws IOException {
        Catalogue catalogue =
                read(
                        "{\"remove\": true}, {\"exact\": 0}, {\"one_of\": [1]}, {\"subset\": []}, {\"same_repository\": true},"
                                + " {\"quantity_between\": [\"1\", \"2\"]}, {\"narrower_cidr\": true}, {\"non_root_uid\": true},"
                                + " {\"added\": 1}, {\"without\": [1]}, {\"without_all_but\": [1]}, {\"gaining\": [1]}, {\"same_as\": \"a\"},"
                                + " {\"moved_to\": \"a\"}, {\"replaced_by\": \"a\"}, {\"grants_without\": {\"verbs\": [\"bind\"]}}, {\"grants_named\": {\"resources\": {\"apps\": [\"x\"]}}}");

        assertThat(catalogue.rule("K8S-X").fixes().getFirst().allow())
                .hasSize(17)
                .doesNotHaveDuplicates()
                .contains(
                        new Constraint.QuantityBetween("1", "2"), new Constraint.Subset(List.of()));
    }

    @Test
    void finds_a_rule_by_id_by_alias_and_by_set() throws IOException {
        Catalogue catalogue = read("{\"remove\": true}");

        assertThat(catalogue.named("K8S-X")).isEqualTo(catalogue.named("tool/x")).hasSize(1);
        assertThat(catalogue.named("s")).isEmpty();
        assertThat(catalogue.ofKind("kubernetes", "s")).isPresent();
        assertThat(catalogue.ofKind("terraform", "s")).isEmpty();
        assertThat(catalogue.names("kubernetes")).containsExactly("s", "K8S-X");
    }

    @Test
    void a_rule_without_fix_paths_is_known_and_never_in_force() throws IOException {
        Catalogue catalogue =
                CatalogueReader.read(
                        new ByteArrayInputStream(
                                """
                                {"rules": [{"id": "K8S-X", "title": "t", "rationale": "r", "severity": "high",
                                  "kind": "kubernetes", "engine": "opa", "sets": [], "aliases": ["tool/x"], "sources": [], "fixes": []}]}
                                """
                                        .getBytes(StandardCharsets.UTF_8)),
                        "digest");

        assertThat(catalogue.named("K8S-X")).hasSize(1);
        assertThat(catalogue.ofKind("kubernetes", "K8S-X")).isEmpty();
        assertThat(catalogue.names("kubernetes")).isEmpty();
    }

    @Test
    void an_unknown_constraint_stops_the_start() {
        assertThatThrownBy(() -> read("{\"anything\": true}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("K8S-X")
                .hasMessageContaining("anything");
        assertThatThrownBy(() -> read("")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read("{\"remove\": true, \"exact\": 1}"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void its_digest_covers_rules_and_what_is_said_about_them() throws IOException {
        assertThat(read("{\"remove\": true}").digest())
                .isEqualTo(read("{\"remove\": true}").digest())
                .isNotEqualTo(read("{\"exact\": 1}").digest());
    }
}
