package dev.svgym.server.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.MovableClock;
import dev.svgym.server.ServerTest;
import dev.svgym.server.arithmetic.Arithmetic;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class RolloutsTest {

    private static final String ADD =
            "{\"sequence\":%d,\"tool_call\":{\"name\":\"add\",\"arguments\":{}}}";
    private static final String RIGHT = "{\"sequence\":%d,\"answer\":{\"sum\":5}}";

    @Autowired Client client;
    @Autowired MovableClock clock;
    @Autowired Arithmetic arithmetic;
    @Autowired Rollouts rollouts;

    @AfterEach
    void repair() {
        arithmetic.switchAdder(true);
        arithmetic.slowDown(0);
        clock.advance(Duration.ofHours(1));
        rollouts.reap();
        clock.advance(Duration.ofHours(2));
        rollouts.reap();
    }

    private Reply begin() {
        return client.post(
                "/v1/rollouts",
                "{\"environment\":\"arithmetic\",\"task\":{\"split\":\"train\",\"index\":3}}");
    }

    private String begun() {
        return begin().at("/id").asString();
    }

    private Reply act(String id, String body, int sequence) {
        return client.post("/v1/rollouts/" + id + "/actions", body.formatted(sequence));
    }

    @Test
    void begins_with_all_that_an_agent_needs() {
        Reply begun = begin();

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.header("Location"))
                .isEqualTo("/v1/rollouts/" + begun.at("/id").asString());
        assertThat(begun.at("/task").asString()).isEqualTo("train-3");
        assertThat(begun.at("/task_digest").asString()).hasSize(64);
        assertThat(begun.at("/messages/0/content").asString()).isEqualTo("What is 3 + 2?");
        assertThat(begun.at("/tools/0/type").asString()).isEqualTo("function");
        assertThat(begun.at("/tools/0/function/name").asString()).isEqualTo("add");
        assertThat(begun.at("/budget/tool_calls").asInt()).isEqualTo(3);
        assertThat(begun.at("/budget/steps").asInt()).isEqualTo(4);
        assertThat(begun.at("/expires_at").asString())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)).toString());
    }

    @Test
    void observes_a_tool_call_and_judges_an_answer() {
        String id = begun();

        Reply observed = act(id, ADD, 1);
        Reply judged = act(id, RIGHT, 2);

        assertThat(observed.status()).isEqualTo(200);
        assertThat(observed.text())
                .isEqualTo(
                        "{\"sequence\":1,\"observation\":{\"content\":\"the sum is 5\",\"sum\":5},"
                                + "\"remaining\":{\"tool_calls\":2,\"steps\":3}}");
        assertThat(judged.at("/verdict/outcome").asString()).isEqualTo("answered");
        assertThat(judged.at("/verdict/success").asInt()).isEqualTo(1);
        assertThat(judged.at("/verdict/reward").asDouble()).isEqualTo(0.9);
        assertThat(judged.at("/verdict/reward_range/0").asInt()).isEqualTo(-1);
        assertThat(judged.at("/verdict/parts/correct/value").asInt()).isEqualTo(1);
        assertThat(judged.at("/verdict/parts/economy/weight").asDouble()).isEqualTo(0.5);
        assertThat(judged.at("/verdict/gates/0/gate").asString()).isEqualTo("sum");
        assertThat(judged.at("/verdict/error").isNull()).isTrue();
        assertThat(judged.at("/verdict/task").asString()).isEqualTo("train-3");
    }

    @Test
    void gives_a_retry_the_stored_reply_byte_for_byte_also_after_the_end() {
        String id = begun();
        Reply first = act(id, ADD, 1);
        Reply last = act(id, RIGHT, 2);
        int computed = arithmetic.computed.get();

        assertThat(act(id, ADD, 1).text()).isEqualTo(first.text());
        assertThat(act(id, RIGHT, 2).text()).isEqualTo(last.text());
        assertThat(arithmetic.computed).hasValue(computed);
    }

    @Test
    void refuses_another_body_a_gap_and_what_comes_after_the_end() {
        String id = begun();
        act(id, ADD, 1);

        act(id, RIGHT, 1).isProblem(409, "sequence-conflict");
        act(id, RIGHT, 3).isProblem(409, "sequence-gap");
        act(id, RIGHT, 2);
        act(id, ADD, 3).isProblem(409, "rollout-ended");
        act(id, ADD, 9).isProblem(409, "rollout-ended");
    }

    @Test
    void does_not_know_a_rollout_that_never_was() {
        act("nope", ADD, 1).isProblem(404, "unknown-rollout");
        client.get("/v1/rollouts/nope").isProblem(404, "unknown-rollout");
        client.delete("/v1/rollouts/nope").isProblem(404, "unknown-rollout");
        client.post("/v1/rollouts/nope/heartbeat", "").isProblem(404, "unknown-rollout");
    }

    @Test
    void answers_an_engine_fault_503_and_stores_nothing() {
        String id = begun();
        arithmetic.switchAdder(false);

        Reply failed = act(id, ADD, 1).isProblem(503, "engine-fault");
        arithmetic.switchAdder(true);
        Reply again = act(id, ADD, 1);

        assertThat(failed.header("Retry-After")).isEqualTo("7");
        assertThat(again.at("/remaining/tool_calls").asInt()).isEqualTo(2);
    }

    @Test
    void answers_an_engine_that_has_too_much_to_do_429_and_stores_nothing() {
        String id = begun();
        arithmetic.overloadAdder(true);

        Reply refused = act(id, ADD, 1).isProblem(429, "overloaded");
        arithmetic.overloadAdder(false);
        Reply again = act(id, ADD, 1);

        assertThat(refused.header("Retry-After")).isEqualTo("7");
        assertThat(again.at("/remaining/tool_calls").asInt()).isEqualTo(2);
    }

    @Test
    void takes_an_environment_that_throws_for_a_fault_and_says_nothing_of_what_it_threw(
            CapturedOutput log) {
        String id = begun();

        Reply failed =
                act(id, "{\"sequence\":%d,\"tool_call\":{\"name\":\"explode\"}}", 1)
                        .isProblem(503, "engine-fault");

        assertThat(failed.text()).doesNotContain(Arithmetic.CANARY);
        assertThat(log).contains("arithmetic threw").doesNotContain(Arithmetic.CANARY);
        assertThat(act(id, ADD, 1).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"tokens,0,-1", "cancelled,,"})
    void ends_by_truncation_with_a_verdict(String cause, Integer success, Double reward) {
        String id = begun();

        Reply ended = act(id, "{\"sequence\":%d,\"truncated\":\"" + cause + "\"}", 1);

        assertThat(ended.at("/verdict/outcome").asString()).isEqualTo("truncated");
        assertThat(ended.at("/verdict/reason").asString()).isEqualTo(cause);
        if (success == null) {
            assertThat(ended.at("/verdict/success").isNull()).isTrue();
            assertThat(ended.at("/verdict/reward").isNull()).isTrue();
            assertThat(ended.at("/verdict/parts").isNull()).isTrue();
        } else {
            assertThat(ended.at("/verdict/success").asInt()).isEqualTo(success);
            assertThat(ended.at("/verdict/reward").asDouble()).isEqualTo(reward);
        }
    }

    @Test
    void truncates_at_the_tool_call_that_takes_the_last_step() {
        String id = begun();
        for (int sequence = 1; sequence <= 3; sequence++) {
            assertThat(act(id, ADD, sequence).at("/observation").isMissingNode()).isFalse();
        }

        Reply last = act(id, ADD, 4);

        assertThat(last.at("/verdict/outcome").asString()).isEqualTo("truncated");
        assertThat(last.at("/verdict/reason").asString()).isEqualTo("steps");
        assertThat(last.at("/verdict/success").asInt()).isZero();
        act(id, RIGHT, 5).isProblem(409, "rollout-ended");
    }

    @Test
    void still_takes_an_answer_as_the_last_step() {
        String id = begun();
        for (int sequence = 1; sequence <= 3; sequence++) {
            act(id, ADD, sequence);
        }

        assertThat(act(id, RIGHT, 4).at("/verdict/success").asInt()).isEqualTo(1);
    }

    @Test
    void expires_when_nobody_acts_and_says_so() {
        String id = begun();
        act(id, ADD, 1);
        clock.advance(Duration.ofMinutes(30));

        act(id, RIGHT, 2).isProblem(410, "rollout-expired");
        client.post("/v1/rollouts/" + id + "/heartbeat", "").isProblem(410, "rollout-expired");

        Reply shown = client.get("/v1/rollouts/" + id);
        assertThat(shown.at("/state").asString()).isEqualTo("expired");
        assertThat(shown.at("/verdict/outcome").asString()).isEqualTo("truncated");
        assertThat(shown.at("/verdict/reason").asString()).isEqualTo("idle");
        assertThat(shown.at("/verdict/success").isNull()).isTrue();
        assertThat(shown.at("/steps/0/action/tool_call/name").asString()).isEqualTo("add");
        assertThat(shown.at("/steps/0/reply/observation/sum").asInt()).isEqualTo(5);
    }

    @Test
    void lives_on_by_heartbeats_and_by_actions() {
        String id = begun();
        clock.advance(Duration.ofMinutes(29));
        Reply beat = client.post("/v1/rollouts/" + id + "/heartbeat", "");
        clock.advance(Duration.ofMinutes(29));
        act(id, ADD, 1);
        clock.advance(Duration.ofMinutes(29));

        assertThat(beat.status()).isEqualTo(200);
        assertThat(beat.at("/expires_at").asString()).isNotBlank();
        assertThat(act(id, RIGHT, 2).status()).isEqualTo(200);
    }

    @Test
    void is_cancelled_by_delete_once_and_for_all() {
        String id = begun();

        Reply first = client.delete("/v1/rollouts/" + id);
        Reply second = client.delete("/v1/rollouts/" + id);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/state").asString()).isEqualTo("cancelled");
        assertThat(first.at("/verdict/reason").asString()).isEqualTo("cancelled");
        assertThat(second.text()).isEqualTo(first.text());
        act(id, ADD, 1).isProblem(409, "rollout-ended");
    }

    @Test
    void frees_the_places_of_clients_that_vanished() {
        for (int i = 0; i < 200; i++) {
            assertThat(begin().status()).isEqualTo(201);
        }
        Reply full = begin().isProblem(429, "store-full");
        clock.advance(Duration.ofMinutes(31));
        rollouts.reap();

        assertThat(full.header("Retry-After")).isEqualTo("5");
        assertThat(begin().status()).isEqualTo(201);
    }

    @Test
    void forgets_the_oldest_ended_rollouts_where_it_is_full_and_after_a_while_anyway() {
        String oldest = begun();
        act(oldest, RIGHT, 1);
        String kept = oldest;
        for (int i = 0; i < 399; i++) {
            kept = begun();
            act(kept, RIGHT, 1);
        }
        begin().isProblem(429, "store-full");
        clock.advance(Duration.ofSeconds(61));

        assertThat(begin().status()).isEqualTo(201);
        assertThat(client.get("/v1/rollouts/" + oldest).status()).isEqualTo(404);
        assertThat(client.get("/v1/rollouts/" + kept).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(61));
        rollouts.reap();
        assertThat(client.get("/v1/rollouts/" + kept).status()).isEqualTo(404);
    }

    @Test
    void stores_one_step_when_posts_of_one_sequence_race() throws Exception {
        arithmetic.slowDown(20);
        String id = begun();

        List<Reply> replies = race(16, i -> act(id, i % 2 == 0 ? ADD : RIGHT, 1));

        List<String> taken =
                replies.stream().filter(r -> r.status() == 200).map(Reply::text).toList();
        assertThat(taken).isNotEmpty();
        assertThat(taken.stream().distinct()).hasSize(1);
        assertThat(replies)
                .allSatisfy(reply -> {
                    if (reply.status() != 200) {
                        reply.isProblem(409, "sequence-conflict");
                    }
                });
        assertThat(client.get("/v1/rollouts/" + id).at("/steps").size()).isEqualTo(1);
    }

    @Test
    void begins_once_for_one_idempotency_key() throws Exception {
        String body = "{\"environment\":\"arithmetic\",\"task\":{\"split\":\"train\",\"index\":4}}";

        List<Reply> replies = race(8, i -> keyed("k-1", body));
        Reply other = keyed("k-1", body.replace("4", "5"));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().map(Reply::text).distinct()).hasSize(1);
        other.isProblem(422, "idempotency-key-reused");
        clock.advance(Duration.ofMinutes(61));
        assertThat(keyed("k-1", body.replace("4", "5")).status()).isEqualTo(201);
    }

    private Reply keyed(String key, String body) {
        return client.send(
                client.request("/v1/rollouts")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void refuses_a_task_that_has_changed() {
        String body =
                "{\"environment\":\"arithmetic\",\"task\":{\"id\":\"train-3\",\"expect_digest\":\"%s\"}}";
        String digest = begin().at("/task_digest").asString();

        assertThat(client.post("/v1/rollouts", body.formatted(digest)).status()).isEqualTo(201);
        client.post("/v1/rollouts", body.formatted("0000")).isProblem(409, "task-changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sequence\":1}",
                "{\"sequence\":0,\"answer\":\"x\"}",
                "{\"sequence\":1,\"answer\":null}",
                "{\"sequence\":1,\"answer\":[1]}",
                "{\"sequence\":1.5,\"answer\":\"x\"}",
                "{\"sequence\":\"1\",\"answer\":\"x\"}",
                "{\"sequence\":99999999999999999999,\"answer\":\"x\"}",
                "{\"sequence\":1,\"truncated\":\"idle\"}",
                "{\"sequence\":1,\"truncated\":\"steps\"}",
                "{\"sequence\":1,\"tool_call\":{}}",
                "{\"sequence\":1,\"tool_call\":\"add\"}",
                "{\"sequence\":1,\"answer\":\"x\",\"truncated\":\"tokens\"}",
                "{\"sequence\":1,\"answer\":\"x\",\"extra\":1}",
                "[]",
                "1"
            })
    void refuses_an_action_that_is_none_and_says_which_field_is_wrong(String body) {
        String id = begun();

        Reply refused = act(id, body, 1).isProblem(422, "invalid-request");

        assertThat(refused.at("/errors").size()).isPositive();
        assertThat(refused.at("/errors/0/message").asString()).contains("expected");
        assertThat(act(id, ADD, 1).status()).isEqualTo(200);
    }

    @Test
    void never_shows_what_a_task_hides() {
        String body =
                "{\"environment\":\"arithmetic\",\"task\":{\"inline\":{\"a\":3,\"b\":2,\"note\":\"%s\"}}}"
                        .formatted(Arithmetic.CANARY);
        Reply begun = client.post("/v1/rollouts", body);
        String id = begun.at("/id").asString();

        List<String> texts = new ArrayList<>(List.of(begun.text(), act(id, ADD, 1).text()));
        texts.add(act(id, "{\"sequence\":%d,\"answer\":\"what?\"}", 2).text());
        texts.add(client.get("/v1/rollouts/" + id).text());
        texts.add(client.get("/v1/environments/arithmetic/tasks?split=train").text());
        texts.add(client.get("/actuator/prometheus").text());

        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(Arithmetic.CANARY));
    }

    @Test
    void keeps_decimals_of_an_object_as_they_were_sent() {
        String invalid = "{\"sequence\":%d,\"answer\":{\"sum\":5,\"probability\":1e999}}";
        String valid = "{\"sequence\":%d,\"answer\":{\"sum\":5,\"probability\":0.10}}";

        assertThat(act(begun(), invalid, 1).at("/verdict/outcome").asString()).isEqualTo("invalid");
        assertThat(act(begun(), valid, 1).at("/verdict/outcome").asString()).isEqualTo("answered");
    }

    private interface Attempt {
        Reply of(int number);
    }

    private static List<Reply> race(int count, Attempt attempt) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Callable<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> attempt.of(number));
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        }
    }
}
