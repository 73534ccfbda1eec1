package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.svgym.environment.TaskRefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a caller may say of an inline task. */
class TaskDefinitionTest {

    private static TaskDefinition read(Map<String, Object> intent) {
        return TaskDefinition.read(
                JsonMapper.shared()
                        .readTree(
                                Examples.definition(
                                        "kubernetes",
                                        Map.of("pod.yaml", Examples.POD),
                                        Map.of("intent", intent))),
                Examples.POLICIES.kinds());
    }

    @Test
    void sources_are_blocks_of_addresses() {
        List<String> sources = List.of("10.20.0.0/16", "192.0.2.7/32", "fd00::/8", "0.0.0.0/0");

        assertThat(read(Map.of("sources", sources)).intent().sources()).isEqualTo(sources);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.20.0.0",
                "10.20.0.1/16",
                "10.20.0.0/33",
                "010.0.0.0/8",
                "office",
                "",
                "10.20.0.0/16 ",
                "::/129",
                "aws_vpc.main.cidr_block"
            })
    void what_is_none_is_refused_where_it_stands(String source) {
        assertThatThrownBy(() -> read(Map.of("sources", List.of("10.20.0.0/16", source))))
                .asInstanceOf(type(TaskRefusedException.class))
                .satisfies(refusal ->
                        assertThat(refusal.errors())
                                .singleElement()
                                .satisfies(error ->
                                        assertThat(error.pointer()).isEqualTo("/intent/sources/1"))
                                .satisfies(error ->
                                        assertThat(error.message())
                                                .contains("block of addresses")));
    }
}
