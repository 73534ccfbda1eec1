package dev.svgym.server.adapters.nemogym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.server.adapters.DetailException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two tasks: rewards 1 and 0 of the first have the deviation sqrt(1/2); the second has one alone. */
class GymMetricsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static JsonNode of(String replies) {
        return GymMetrics.of(JSON.readTree(replies));
    }

    @Test
    void describes_one_reply_as_upstream_does() {
        assertThat(
                        of("[{\"reward\": 1.0, \"accuracy\": true, \"note\": \"x\", \"_ng_task_index\": 0, \"_ng_rollout_index\": 0}]")
                                .toString())
                .isEqualTo(
                        "{\"group_level_metrics\":[{\"_ng_task_index\":0,\"mean/reward\":1.0,\"mean/accuracy\":1.0,\"max/reward\":1.0,\"max/accuracy\":1.0,\"min/reward\":1.0,\"min/accuracy\":1.0,\"median/reward\":1.0,\"median/accuracy\":1.0,\"std/reward\":0.0,\"std/accuracy\":0.0,\"sample\":{\"agent_ref\":{\"name\":\"agent\"}},\"num_rollouts\":1,\"expected_num_rollouts\":1,\"missing_num_rollouts\":0,\"reward_profile_completion_pct\":100.0,\"rollout_infos\":[{\"rollout_id\":\"0:0\",\"_ng_task_index\":0,\"_ng_rollout_index\":0,\"reward\":1.0,\"accuracy\":1}]}],\"agent_metrics\":{\"mean/reward\":1.0,\"mean/accuracy\":1.0,\"max/reward\":1.0,\"max/accuracy\":1.0,\"min/reward\":1.0,\"min/accuracy\":1.0,\"median/reward\":1.0,\"median/accuracy\":1.0,\"std/reward\":0.0,\"std/accuracy\":0.0},\"key_metrics\":{\"mean/reward\":1.0,\"mean/accuracy\":1.0}}");
    }

    @Test
    void describes_each_task_and_all() {
        JsonNode metrics =
                of(
                        """
                        [{"reward": 0, "_ng_task_index": 1, "_ng_rollout_index": 1},
                         {"reward": 0.5, "_ng_task_index": 0, "_ng_rollout_index": 0, "response": {"usage": {"tokens": 7}}},
                         {"reward": 1, "_ng_task_index": 1, "_ng_rollout_index": 0}]
                        """);

        JsonNode second = metrics.at("/group_level_metrics/1");
        assertThat(second.path("std/reward").asDouble()).isEqualTo(Math.sqrt(0.5));
        assertThat(second.path("median/reward").asDouble()).isEqualTo(0.5);
        assertThat(second.at("/rollout_infos/0/reward").asInt()).isEqualTo(1);
        JsonNode all = metrics.path("agent_metrics");
        assertThat(all.path("mean/reward").asDouble()).isEqualTo(0.5);
        assertThat(all.path("std/reward").asDouble()).isEqualTo(0.5);
        assertThat(all.path("mean/tokens").asDouble()).isEqualTo(7);
        assertThat(all.has("std/tokens")).isFalse();
    }

    @Test
    void describes_nothing() {
        assertThat(of("[]").toString())
                .isEqualTo("{\"group_level_metrics\":[],\"agent_metrics\":{},\"key_metrics\":{}}");
    }

    @Test
    void refuses_places_that_are_none() {
        for (String replies :
                new String[] {
                    "[{\"reward\": 1}, {\"reward\": 0}]",
                    "[{\"_ng_task_index\": \"x\"}]",
                    "[{\"_ng_rollout_index\": 1.5}]"
                }) {
            assertThatThrownBy(() -> of(replies)).isInstanceOf(DetailException.class);
        }
    }
}
