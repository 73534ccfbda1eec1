package dev.svgym.configremediation.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Constraint;
import dev.svgym.configremediation.catalogue.FixPath;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.catalogue.Severity;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.scanner.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fix paths at work, on trees that are small enough to see through. */
class PreservationTest {

    private static final String OBJECT = "Pod/default/web";

    private static Preservation preservation(String before, String after, FixPath... fixes) {
        var rule =
                new Rule(
                        "R",
                        "",
                        "",
                        Severity.HIGH,
                        "kubernetes",
                        "opa",
                        List.of(),
                        List.of(),
                        List.of(),
                        Arrays.asList(fixes),
                        List.of(),
                        false);
        var violation =
                new Violation(
                        "R",
                        OBJECT + "/app",
                        OBJECT,
                        List.of("spec", "volumes", "data", "hostPath"),
                        List.of("spec", "volumes", "data"),
                        List.of(),
                        "");
        return Preservation.of(
                config(before),
                config(after),
                List.of(violation),
                new Catalogue(List.of(rule), ""),
                Intent.NONE,
                new Companions(Map.of(), Map.of()));
    }

    private static Config config(String tree) {
        var object =
                new ConfigObject(
                        OBJECT,
                        "Pod",
                        "pod.yaml",
                        List.of(),
                        List.of(),
                        (ObjectNode) JsonMapper.shared().readTree(tree.replace('\'', '"')),
                        Map.of(),
                        Map.of());
        return new Config(
                List.of(object),
                new TreeMap<>(),
                new TreeMap<>(),
                JsonNodeFactory.instance.objectNode());
    }

    private static FixPath fix(FixPath.Anchor at, Constraint constraint, String... path) {
        return new FixPath(at, List.of(path), List.of(constraint));
    }

    private static Constraint exactly(String json) {
        return new Constraint.Exact(JsonMapper.shared().readTree(json));
    }

    @Test
    void an_element_path_reaches_the_violated_element_alone() {
        FixPath remove = fix(FixPath.Anchor.ELEMENT, new Constraint.Remove(), "hostPath");
        String both =
                "{'spec': {'volumes': {'data': {'hostPath': {'path': '/'}, 'name': 'data'}, 'other': {'hostPath': {'path': '/'}}}}}";

        assertThat(
                        preservation(
                                        both,
                                        "{'spec': {'volumes': {'data': {'name': 'data'}, 'other': {'hostPath': {'path': '/'}}}}}",
                                        remove)
                                .refused())
                .isEmpty();
        assertThat(
                        preservation(
                                        both,
                                        "{'spec': {'volumes': {'data': {'hostPath': {'path': '/'}, 'name': 'data'}, 'other': {}}}}",
                                        remove)
                                .refused())
                .hasSize(1);
    }

    @Test
    void the_elements_key_finds_what_refers_to_it() {
        FixPath mounts =
                fix(FixPath.Anchor.POD, new Constraint.Remove(), "spec", "mounts", "name=$key");
        String two = "{'spec': {'mounts': {'/a': {'name': 'data'}, '/b': {'name': 'other'}}}}";

        assertThat(
                        preservation(two, "{'spec': {'mounts': {'/b': {'name': 'other'}}}}", mounts)
                                .refused())
                .isEmpty();
        assertThat(
                        preservation(two, "{'spec': {'mounts': {'/a': {'name': 'data'}}}}", mounts)
                                .refused())
                .hasSize(1);
    }

    @Test
    void what_refers_to_the_element_goes_only_with_it() {
        FixPath mounts =
                fix(FixPath.Anchor.POD, new Constraint.Remove(), "spec", "mounts", "name=$key");
        FixPath volume = fix(FixPath.Anchor.ELEMENT, new Constraint.Remove());
        String before =
                "{'spec': {'mounts': {'/a': {'name': 'data'}}, 'volumes': {'data': {'name': 'data'}, 'b': {}}}}";

        assertThat(
                        preservation(
                                        before,
                                        "{'spec': {'mounts': {}, 'volumes': {'b': {}}}}",
                                        mounts,
                                        volume)
                                .refused())
                .isEmpty();
        assertThat(
                        preservation(
                                        before,
                                        "{'spec': {'mounts': {}, 'volumes': {'data': {'name': 'data'}, 'b': {}}}}",
                                        mounts,
                                        volume)
                                .refused())
                .hasSize(1);
    }

    @Test
    void a_part_of_what_may_be_removed_may_not_be_removed_alone() {
        FixPath mounts = fix(FixPath.Anchor.POD, new Constraint.Remove(), "spec", "mounts", "*");

        assertThat(
                        preservation(
                                        "{'spec': {'mounts': {'/a': {'name': 'data', 'readOnly': true}}}}",
                                        "{'spec': {'mounts': {'/a': {'name': 'data'}}}}",
                                        mounts)
                                .refused())
                .hasSize(1);
    }

    @Test
    void a_subtree_may_come_or_go_where_each_of_its_leaves_may() {
        FixPath type =
                fix(
                        FixPath.Anchor.OBJECT,
                        exactly("\"RuntimeDefault\""),
                        "spec",
                        "context",
                        "profile",
                        "type");
        FixPath remove =
                fix(
                        FixPath.Anchor.OBJECT,
                        new Constraint.Remove(),
                        "spec",
                        "context",
                        "privileged");

        assertThat(
                        preservation(
                                        "{'spec': {}}",
                                        "{'spec': {'context': {'profile': {'type': 'RuntimeDefault'}}}}",
                                        type)
                                .refused())
                .isEmpty();
        assertThat(
                        preservation(
                                        "{'spec': {}}",
                                        "{'spec': {'context': {'profile': {'type': 'RuntimeDefault', 'more': 1}}}}",
                                        type)
                                .refused())
                .hasSize(1);
        assertThat(
                        preservation(
                                        "{'spec': {'context': {'privileged': true}}}",
                                        "{'spec': {}}",
                                        remove)
                                .refused())
                .isEmpty();
        assertThat(
                        preservation(
                                        "{'spec': {'context': {'privileged': true, 'user': 1}}}",
                                        "{'spec': {}}",
                                        remove)
                                .refused())
                .hasSize(1);
        assertThat(preservation("{'spec': {}}", "{'spec': {'context': {}}}", remove).refused())
                .isEmpty();
        assertThat(preservation("{'spec': {}}", "{'spec': {'context': 1}}", remove).refused())
                .hasSize(1);
    }

    @Test
    void nothing_is_allowed_without_a_violation_and_every_leaf_is_counted() {
        Preservation preservation =
                preservation("{'spec': {'a': 1, 'b': {'c': 2, 'd': {}}}}", "{'spec': {'a': 2}}");

        assertThat(preservation.changedNodes()).isEqualTo(3);
        assertThat(preservation.refused()).hasSize(2);
    }
}
