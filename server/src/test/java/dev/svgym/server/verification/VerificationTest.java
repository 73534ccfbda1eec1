package dev.svgym.server.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import dev.svgym.server.arithmetic.Arithmetic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class VerificationTest {

    private static final String ITEM = "{\"task\":{\"split\":\"train\",\"index\":3},\"answer\":%s}";
    private static final String RIGHT = ITEM.formatted("{\"sum\":5}");
    private static final String WRONG = ITEM.formatted("{\"sum\":6}");

    @Autowired Client client;
    @Autowired Arithmetic arithmetic;

    @AfterEach
    void repair() {
        arithmetic.switchAdder(true);
        arithmetic.slowDown(0);
    }

    private Reply verify(String more, String... items) {
        return client.post(
                "/v1/verify",
                "{\"environment\":\"arithmetic\",%s\"items\":[%s]}"
                        .formatted(more, String.join(",", items)));
    }

    private static String estimator(String name, String params) {
        return "\"estimator\":{\"name\":\"%s\",\"params\":%s},".formatted(name, params);
    }

    private static List<Double> doubles(JsonNode list) {
        return list.valueStream().map(JsonNode::asDouble).toList();
    }

    @Test
    void gives_one_verdict_an_item_and_counts_the_items_of_one_task_as_a_group() {
        Reply reply =
                verify(
                        "",
                        WRONG,
                        RIGHT,
                        ITEM.formatted("{\"sum\":null}"),
                        ITEM.formatted("\"it is five\""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(
                        reply.at("/verdicts")
                                .valueStream()
                                .map(verdict -> verdict.at("/outcome").asString()))
                .containsExactly("answered", "answered", "abstained", "invalid");
        assertThat(reply.at("/groups").size()).isEqualTo(1);
        JsonNode group = reply.at("/groups/0");
        assertThat(group.at("/group").asString()).isEqualTo("train-3");
        assertThat(group.at("/task").asString()).isEqualTo("train-3");
        assertThat(group.at("/items").toString()).isEqualTo("[0,1,2,3]");
        assertThat(group.at("/n").asInt()).isEqualTo(4);
        assertThat(group.at("/valid").asInt()).isEqualTo(4);
        assertThat(group.at("/k").asInt()).isEqualTo(1);
        assertThat(group.at("/abstained").asInt()).isEqualTo(1);
        assertThat(group.at("/invalid").asInt()).isEqualTo(1);
        assertThat(group.at("/complete").asBoolean()).isTrue();
        assertThat(group.at("/sampling").asString()).isEqualTo("FIXED_N");
        assertThat(group.at("/pass_at").toString()).isEqualTo("{\"1\":0.25,\"2\":0.5,\"4\":1.0}");
        assertThat(group.at("/advantages").isNull()).isTrue();
    }

    /** U_4(m) at N = 4 is 4/(m+1): the one success gets 4 (1 - 0), each failure 4/2 (0 - 1/3). */
    @Test
    void makes_the_advantages_of_maxrl() {
        Reply reply =
                verify(
                        estimator("maxrl_u", "{\"T\":4,\"baseline\":\"loo\"}"),
                        RIGHT,
                        WRONG,
                        WRONG,
                        WRONG);

        assertThat(doubles(reply.at("/groups/0/advantages")))
                .containsExactly(4.0, -2 / 3.0, -2 / 3.0, -2 / 3.0);
    }

    @Test
    void takes_the_task_by_id_and_by_index_for_the_same_and_equal_json_for_one_inline_task() {
        String inline = "{\"task\":{\"inline\":{%s}},\"answer\":\"x\"}";

        Reply reply =
                verify(
                        "",
                        RIGHT,
                        "{\"task\":{\"id\":\"train-3\"},\"answer\":\"x\"}",
                        inline.formatted("\"a\":1,\"b\":2"),
                        inline.formatted("\"b\":2,\"a\":1"),
                        inline.formatted("\"a\":1,\"b\":2,\"note\":\"other\""));

        assertThat(reply.at("/groups").valueStream().map(group -> group.at("/items").toString()))
                .containsExactly("[0,1]", "[2,3]", "[4]");
    }

    @Test
    void groups_by_name_where_one_is_given() {
        String named = WRONG.replace("\"task\"", "\"group\":\"%s\",\"task\"");

        Reply reply =
                verify(
                        "",
                        named.formatted("g1"),
                        RIGHT,
                        named.formatted("g2"),
                        named.formatted("g1"));

        assertThat(reply.at("/groups").valueStream().map(group -> group.at("/group").asString()))
                .containsExactly("g1", "train-3", "g2");
        assertThat(reply.at("/groups/0/items").toString()).isEqualTo("[0,3]");
    }

    @Test
    void refuses_one_group_of_two_tasks() {
        String named = WRONG.replace("\"task\"", "\"group\":\"g1\",\"task\"");

        Reply refused =
                verify("", named, named.replace("\"index\":3", "\"index\":4"))
                        .isProblem(422, "invalid-request");

        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/items/1/group");
    }

    @Test
    void counts_tool_calls_that_were_made_elsewhere() {
        Reply reply = verify("", RIGHT.replace("\"task\"", "\"tool_calls\":2,\"task\""));

        assertThat(reply.at("/verdicts/0/reward").asDouble()).isEqualTo(0.8);
    }

    @Test
    void answers_an_engine_fault_by_an_error_verdict_and_leaves_it_out_of_n() {
        arithmetic.switchAdder(false);
        String needy =
                "{\"task\":{\"inline\":{\"a\":1,\"b\":1,\"needs_adder\":true}},\"answer\":\"x\"}";

        Reply reply = verify(estimator("maxrl_u", "{\"T\":1}"), RIGHT, needy);

        assertThat(reply.status()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            JsonNode verdict = reply.at("/verdicts/" + i);
            assertThat(verdict.at("/outcome").asString()).isEqualTo("error");
            assertThat(verdict.at("/success").isNull()).isTrue();
            assertThat(verdict.at("/reward").isNull()).isTrue();
            assertThat(verdict.at("/parts").isNull()).isTrue();
            assertThat(verdict.at("/error/status").asInt()).isEqualTo(503);
        }
        assertThat(reply.at("/groups/0/errors").asInt()).isEqualTo(1);
        assertThat(reply.at("/groups/0/valid").asInt()).isZero();
        assertThat(reply.at("/groups/0/n").asInt()).isEqualTo(1);
        assertThat(doubles(reply.at("/groups/0/advantages"))).containsExactly(0.0);
    }

    /** r - mean of the siblings: 0.75 - 0.25 at the success; with range [-1, 1] 0, 1, 0.5 from -1, 1, 0. */
    @Test
    void takes_reward_and_parts_as_signals() {
        String wanted = "\"estimator\":{\"name\":\"%s\",\"signal\":\"%s\"},";
        String abstain = ITEM.formatted("{\"sum\":null}");

        Reply rloo =
                verify(wanted.formatted("rloo", "reward"), RIGHT, ITEM.formatted("\"?\""), abstain);
        Reply ranged =
                verify(
                        wanted.formatted("maxrl_range", "reward"),
                        RIGHT,
                        ITEM.formatted("\"?\""),
                        abstain);
        Reply gdpo = verify(wanted.formatted("gdpo", "parts"), RIGHT, WRONG);

        assertThat(doubles(rloo.at("/groups/0/advantages"))).containsExactly(1.5, -1.5, 0.0);
        assertThat(ranged.status()).isEqualTo(200);
        assertThat(gdpo.at("/groups/0/advantages/0").asDouble()).isPositive();
        verify(wanted.formatted("maxrl_u", "reward"), ITEM.formatted("\"?\""))
                .isProblem(422, "estimation-refused");
    }

    @Test
    void gives_the_code_of_what_an_estimator_refuses() {
        assertThat(
                        verify(estimator("maxrl_u", "{\"T\":0}"), RIGHT)
                                .isProblem(422, "estimation-refused")
                                .at("/code")
                                .asString())
                .isEqualTo("T_OUT_OF_RANGE");
        assertThat(
                        verify(estimator("nope", "{}"), RIGHT)
                                .isProblem(422, "estimation-refused")
                                .at("/code")
                                .asString())
                .isEqualTo("UNKNOWN_ESTIMATOR");
    }

    @Test
    void streams_lines_in_and_out_and_the_groups_last() {
        String body =
                Stream.concat(
                                Stream.of("{\"environment\":\"arithmetic\"}"),
                                IntStream.range(0, 40).mapToObj(i -> i % 4 == 0 ? RIGHT : WRONG))
                        .collect(Collectors.joining("\n"));

        Reply reply = client.post("/v1/verify", "application/x-ndjson", body + "\n");

        List<JsonNode> lines = reply.text().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines).hasSize(41);
        assertThat(lines.subList(0, 40).stream().map(line -> line.at("/item").asInt()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40).boxed().toList());
        assertThat(lines.subList(0, 40))
                .allSatisfy(line ->
                        assertThat(line.at("/success").asInt())
                                .isEqualTo(line.at("/item").asInt() % 4 == 0 ? 1 : 0));
        assertThat(lines.getLast().at("/groups/0/k").asInt()).isEqualTo(10);
    }

    @Test
    void ends_the_lines_with_a_problem_where_the_rewards_do_not_suit_the_estimator() {
        Reply reply =
                client.post(
                        "/v1/verify",
                        "application/x-ndjson",
                        "{\"environment\":\"arithmetic\",\"estimator\":{\"name\":\"maxrl_u\",\"signal\":\"reward\"}}\n"
                                + ITEM.formatted("\"?\""));

        List<JsonNode> lines = reply.text().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().at("/outcome").asString()).isEqualTo("invalid");
        assertThat(lines.getLast().at("/error/code").asString()).isEqualTo("NON_BINARY_REWARD");
    }

    @Test
    void refuses_more_batches_at_once_than_it_can_judge() throws Exception {
        arithmetic.slowDown(400);
        List<Reply> replies = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(24)) {
            Callable<Reply> call = () -> verify("", RIGHT);
            for (Future<Reply> reply : threads.invokeAll(Collections.nCopies(24, call))) {
                replies.add(reply.get());
            }
        }

        assertThat(replies).anyMatch(reply -> reply.status() == 200);
        assertThat(replies)
                .anySatisfy(reply ->
                        assertThat(reply.isProblem(429, "overloaded").header("Retry-After"))
                                .isEqualTo("2"));
    }

    @Test
    void says_in_which_line_a_fault_is() {
        Reply refused =
                client.post(
                                "/v1/verify",
                                "application/x-ndjson",
                                "{\"environment\":\"arithmetic\"}\n" + RIGHT + "\n{\"task\":")
                        .isProblem(400, "malformed-json");

        assertThat(refused.at("/detail").asString()).startsWith("line 3: ");
        client.post("/v1/verify", "application/x-ndjson", "").isProblem(400, "bad-request");
        client.post("/v1/verify", "application/x-ndjson", "{\"environment\":\"arithmetic\"}")
                .isProblem(422, "invalid-request");
    }

    @Test
    void refuses_a_batch_whose_tasks_cannot_be_posed_and_lists_them() {
        Reply refused =
                verify(
                                "",
                                RIGHT,
                                RIGHT.replace("\"index\":3", "\"index\":1000"),
                                RIGHT.replace("\"index\":3", "\"index\":2000"))
                        .isProblem(404, "unknown-task");

        assertThat(
                        refused.at("/errors")
                                .valueStream()
                                .map(error -> error.at("/pointer").asString()))
                .containsExactly("/items/1/task", "/items/2/task");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"environment\":\"arithmetic\"}",
                "{\"environment\":\"arithmetic\",\"items\":[]}",
                "{\"environment\":\"arithmetic\",\"items\":[null]}",
                "{\"environment\":\"arithmetic\",\"items\":[{}]}",
                "{\"environment\":\"arithmetic\",\"items\":{}}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{},\"answer\":\"x\"}]}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{\"split\":\"train\",\"index\":-1},\"answer\":\"x\"}]}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{\"split\":\"nope\",\"index\":1},\"answer\":\"x\"}]}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{\"inline\":[]},\"answer\":\"x\"}]}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{\"id\":\"a\",\"index\":1},\"answer\":\"x\"}]}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{\"id\":\"train-3\"}}]}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{\"id\":\"train-3\"},\"answer\":5}]}",
                "{\"environment\":\"arithmetic\",\"items\":[{\"task\":{\"id\":\"train-3\"},\"answer\":\"x\",\"tool_calls\":-1}]}",
                "{\"environment\":\"arithmetic\",\"invalid_policy\":\"drop\",\"items\":[]}",
                "{\"environment\":\"arithmetic\",\"estimator\":{},\"items\":[{\"task\":{\"id\":\"train-3\"},\"answer\":\"x\"}]}"
            })
    void refuses_what_is_no_batch_field_by_field(String body) {
        Reply refused = client.post("/v1/verify", body).isProblem(422, "invalid-request");

        assertThat(refused.at("/errors/0/message").asString()).contains("expected");
    }

    @Test
    void refuses_one_item_more_than_it_takes_and_takes_as_many_as_it_says() {
        String[] most = new String[4096];
        Arrays.fill(most, RIGHT);
        String[] more = Arrays.copyOf(most, 4097);
        more[4096] = RIGHT;

        assertThat(verify("", most).at("/groups/0/k").asInt()).isEqualTo(4096);
        verify("", more).isProblem(422, "invalid-request");
    }

    @Test
    void never_shows_what_a_task_hides() {
        Reply reply =
                verify(
                        "",
                        "{\"task\":{\"inline\":{\"a\":1,\"b\":2,\"note\":\"%s\"}},\"answer\":\"?\"}"
                                .formatted(Arithmetic.CANARY));

        assertThat(reply.text()).doesNotContain(Arithmetic.CANARY);
    }
}
