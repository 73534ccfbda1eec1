package dev.svgym.server.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.MovableClock;
import dev.svgym.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class GroupsTest {

    private static final String TASK =
            "\"environment\":\"arithmetic\",\"task\":{\"split\":\"train\",\"index\":3}";

    @Autowired Client client;
    @Autowired MovableClock clock;
    @Autowired Groups groups;

    @AfterEach
    void finishEverything() {
        clock.advance(Duration.ofHours(1));
    }

    private Reply begin(String more) {
        return client.post("/v1/groups", "{" + TASK + "," + more + "}");
    }

    private void answer(Reply group, int index, int sum) {
        String id = group.at("/rollouts/%d/id".formatted(index)).asString();
        Reply reply =
                client.post(
                        "/v1/rollouts/" + id + "/actions",
                        "{\"sequence\":1,\"answer\":{\"sum\":%d}}".formatted(sum));
        assertThat(reply.status()).isEqualTo(200);
    }

    private Reply show(Reply group, String query) {
        return client.get("/v1/groups/" + group.at("/id").asString() + query);
    }

    private static List<Double> doubles(JsonNode list) {
        return list.valueStream().map(JsonNode::asDouble).toList();
    }

    @Test
    void begins_as_many_rollouts_as_were_asked_for() {
        Reply group = begin("\"size\":3,\"policy_version\":\"v7\",\"run\":\"r1\",\"step\":2");

        assertThat(group.status()).isEqualTo(201);
        assertThat(group.header("Location")).isEqualTo("/v1/groups/" + group.at("/id").asString());
        assertThat(group.at("/rollouts").size()).isEqualTo(3);
        assertThat(group.at("/rollouts/2/messages/0/content").asString())
                .isEqualTo("What is 3 + 2?");
        assertThat(show(group, "").at("/policy_versions").toString())
                .isEqualTo("[{\"version\":\"v7\",\"rollouts\":3}]");
    }

    /** K = 1 of N = 4 at T = 4: 4 for the success and -2/3 for each failure. */
    @Test
    void has_advantages_once_every_rollout_has_its_verdict() {
        Reply group = begin("\"size\":4");
        for (int i = 0; i < 3; i++) {
            answer(group, i, i == 0 ? 5 : 6);
        }
        Reply before = show(group, "?estimator=maxrl_u&T=8&baseline=loo");
        answer(group, 3, 6);

        Reply after = show(group, "?estimator=maxrl_u&T=8&baseline=loo");

        assertThat(before.at("/complete").asBoolean()).isFalse();
        assertThat(before.at("/advantages").isNull()).isTrue();
        assertThat(before.at("/pass_at").isNull()).isTrue();
        assertThat(after.at("/complete").asBoolean()).isTrue();
        assertThat(after.at("/k").asInt()).isEqualTo(1);
        assertThat(after.at("/t_effective").asInt()).isEqualTo(4);
        assertThat(doubles(after.at("/advantages")))
                .containsExactly(4.0, -2 / 3.0, -2 / 3.0, -2 / 3.0);
        assertThat(after.at("/parts/names").toString()).isEqualTo("[\"correct\",\"economy\"]");
        assertThat(after.at("/parts/values").toString())
                .isEqualTo("[[1.0,1.0],[0.0,0.0],[0.0,0.0],[0.0,0.0]]");
        assertThat(after.at("/rollouts/0/success").asInt()).isEqualTo(1);
    }

    @Test
    void turns_stragglers_into_nulls_when_it_is_finalized() {
        Reply group = begin("\"size\":4");
        answer(group, 0, 5);
        answer(group, 1, 6);

        Reply done = client.post("/v1/groups/" + group.at("/id").asString() + "/finalize", "");

        assertThat(done.at("/complete").asBoolean()).isTrue();
        assertThat(done.at("/n").asInt()).isEqualTo(4);
        assertThat(done.at("/valid").asInt()).isEqualTo(2);
        assertThat(done.at("/truncated").asInt()).isEqualTo(2);
        assertThat(doubles(show(group, "?estimator=rloo").at("/advantages")))
                .containsExactly(1.0, -1.0, 0.0, 0.0);
        assertThat(
                        doubles(
                                show(group, "?estimator=reinforce&invalid_policy=fail")
                                        .at("/advantages")))
                .containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    @Test
    void completes_by_itself_when_stragglers_expire() {
        Reply group = begin("\"size\":2");
        answer(group, 0, 5);
        clock.advance(Duration.ofMinutes(30));

        Reply shown = show(group, "");

        assertThat(shown.at("/complete").asBoolean()).isTrue();
        assertThat(shown.at("/valid").asInt()).isEqualTo(1);
    }

    @Test
    void counts_a_stopped_group_in_index_order_up_to_the_success_that_was_wanted() {
        Reply group = begin("\"size\":4,\"sampling\":{\"stop_after_successes\":1,\"cap\":4}");
        answer(group, 2, 5);
        Reply open = show(group, "");
        answer(group, 0, 6);
        answer(group, 1, 5);

        Reply shown = show(group, "?estimator=maxrl_conditional");

        assertThat(open.at("/complete").asBoolean()).isFalse();
        assertThat(shown.at("/complete").asBoolean()).isTrue();
        assertThat(shown.at("/sampling").asString()).isEqualTo("STOPPED");
        assertThat(shown.at("/items").toString()).isEqualTo("[0,1]");
        assertThat(shown.at("/n").asInt()).isEqualTo(2);
        assertThat(shown.at("/k").asInt()).isEqualTo(1);
        assertThat(shown.at("/pass_at").isNull()).isTrue();
        assertThat(doubles(shown.at("/advantages"))).containsExactly(0.0, 2.0);
        assertThat(
                        show(group, "?estimator=maxrl_u&T=2")
                                .isProblem(422, "estimation-refused")
                                .at("/code")
                                .asString())
                .isEqualTo("BIASED_COMBINATION");
    }

    @Test
    void begins_as_many_as_the_cap_says_with_sampling() {
        Reply group = begin("\"sampling\":{\"stop_after_successes\":2,\"cap\":6}");

        assertThat(group.at("/rollouts").size()).isEqualTo(6);
    }

    @Test
    void is_kept_whole_until_its_last_rollout_is_forgotten() {
        Reply group = begin("\"size\":2");
        answer(group, 0, 5);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(29));
            client.post("/v1/rollouts/" + group.at("/rollouts/1/id").asString() + "/heartbeat", "");
        }

        assertThat(show(group, "").at("/rollouts/0/success").asInt()).isEqualTo(1);
    }

    @Test
    void begins_once_for_one_idempotency_key() {
        Reply first = keyed("{" + TASK + ",\"size\":2}");

        assertThat(keyed("{" + TASK + ",\"size\":2}").text()).isEqualTo(first.text());
        keyed("{" + TASK + ",\"size\":3}").isProblem(422, "idempotency-key-reused");
    }

    private Reply keyed(String body) {
        return client.send(
                client.request("/v1/groups")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "group-key")
                        .POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"size\":0",
                "\"size\":-1",
                "\"size\":5000",
                "\"run\":\"r\"",
                "\"size\":2,\"step\":-1",
                "\"size\":2,\"mode\":\"test\"",
                "\"size\":2,\"sampling\":{}",
                "\"size\":2,\"sampling\":{\"stop_after_successes\":0,\"cap\":2}",
                "\"size\":2,\"sampling\":{\"stop_after_successes\":3,\"cap\":2}"
            })
    void refuses_what_is_no_group(String more) {
        begin(more).isProblem(422, "invalid-request");
    }

    @Test
    void refuses_what_it_does_not_know() {
        client.get("/v1/groups/nope").isProblem(404, "unknown-group");
        Reply group = begin("\"size\":1");
        show(group, "?T=3").isProblem(422, "invalid-request");
        show(group, "?estimator=nope").isProblem(422, "estimation-refused");
        show(group, "?estimator=rloo&x=1").isProblem(422, "estimation-refused");
        show(group, "?estimator=maxrl_u&T=x").isProblem(422, "estimation-refused");
        show(group, "?estimator=rloo&signal=x").isProblem(422, "invalid-request");
    }

    @Test
    void is_refused_as_a_whole_where_there_is_no_room() {
        Reply full = begin("\"size\":201").isProblem(429, "store-full");

        assertThat(full.header("Retry-After")).isEqualTo("5");
    }
}
