package dev.svgym.server.adapters.nemogym;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.MovableClock;
import dev.svgym.server.ServerTest;
import dev.svgym.server.arithmetic.Arithmetic;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The requests of SimpleAgent and of verifiers' taskset, as they send and read them. */
@ServerTest
class GymTest {

    private static final String PARAMS =
            "\"responses_create_params\": {\"input\": [{\"role\": \"user\", \"content\": \"What is 3 + 2?\"}]}";
    private static final String ROW =
            "{%s, \"env_id\": \"arithmetic\", \"split\": \"train\", \"index\": 3, \"note\": 0.50}"
                    .formatted(PARAMS);

    @Autowired Client client;
    @Autowired Arithmetic arithmetic;
    @Autowired MovableClock clock;

    @AfterEach
    void repair() {
        arithmetic.switchAdder(true);
    }

    private Reply post(String path, String cookie, String body) {
        HttpRequest.Builder request =
                client.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return client.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    /** What a client sends back: the cookie of a reply, which every reply has. */
    private static String cookie(Reply reply) {
        assertThat(reply.raw().headers().allValues("Set-Cookie")).hasSize(1);
        return reply.header("Set-Cookie").split(";", 2)[0];
    }

    private String seeded() {
        return cookie(post("/seed_session", "", ROW));
    }

    private static String answered(String row, String output) {
        return row.substring(0, row.length() - 1)
                + ", \"response\": {\"id\": \"r\", \"created_at\": 0.0, \"output\": [%s]}}"
                        .formatted(output);
    }

    private static String message(String text) {
        return "{\"type\": \"message\", \"role\": \"assistant\", \"content\": [{\"type\": \"output_text\", \"text\": \"%s\"}]}"
                .formatted(text.replace("\"", "\\\""));
    }

    private static final String CALL =
            "{\"type\": \"function_call\", \"name\": \"add\", \"call_id\": \"c\", \"arguments\": \"{}\"}, {\"type\": \"function_call_output\", \"call_id\": \"c\", \"output\": \"the sum is 5\"}, ";
    private static final String RIGHT = message("{\"sum\":5}");

    @Test
    void play_an_episode_on_the_cookie_of_each_last_reply() {
        Reply seeded = post("/seed_session", "", ROW);
        assertThat(seeded.header("Set-Cookie"))
                .matches(
                        "svgym_nemo_gym=[A-Za-z0-9_-]+; Path=/; Max-Age=7200; Expires=[^;]+; HttpOnly; SameSite=lax");

        Reply added = post("/add", cookie(seeded), "{}");
        assertThat(added.text()).isEqualTo("the sum is 5");
        Reply verified =
                post(
                        "/verify",
                        cookie(added),
                        answered(ROW, message("I add.") + "," + CALL + RIGHT));

        assertThat(verified.text())
                .startsWith(
                        "{\"responses_create_params\":{\"input\":[{\"role\":\"user\",\"content\":\"What is 3 + 2?\"}]},\"env_id\":\"arithmetic\",\"split\":\"train\",\"index\":3,\"note\":0.50,\"response\":{\"id\":\"r\",\"created_at\":0.0,")
                .contains(
                        ",\"correct\":1.0,\"economy\":0.9,\"reward\":0.9,\"outcome\":\"answered\",\"success\":1,\"reward_components\":{\"correct\":1.0,\"economy\":0.9},\"verdict\":{");
        assertThat(verified.text()).doesNotContain(Arithmetic.CANARY);
        assertThat(cookie(verified)).isNotEqualTo(cookie(seeded));
    }

    @Test
    void tell_an_agent_that_reads_tools_from_mcp_where_they_are() {
        JsonNode mcp = post("/envs/arithmetic/seed_session", "", ROW).at("/mcp");

        assertThat(mcp.at("/url_path").asString()).isEqualTo("/mcp");
        Reply tools =
                client.send(
                        client.request("/envs/arithmetic/mcp")
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/json, text/event-stream")
                                .header(
                                        "X-NeMo-Gym-Session-Token",
                                        mcp.at("/headers/X-NeMo-Gym-Session-Token").asString())
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")));
        assertThat(tools.at("/result/tools/0/name").asString()).isEqualTo("add");
        String log =
                "{%s, \"env_id\": \"e1-network-logs\", \"split\": \"train\", \"task_index\": 3}"
                        .formatted(PARAMS);
        assertThat(post("/seed_session", "", log).text()).isEqualTo("{}");
    }

    @Test
    void verify_a_row_without_a_session_by_playing_its_conversation() {
        Reply verified = post("/verify", "", answered(ROW, CALL + RIGHT));

        assertThat(verified.at("/reward").asDouble()).isEqualTo(0.9);
        assertThat(
                        post("/nemo-gym/verify", cookie(verified), answered(ROW, RIGHT))
                                .at("/reward")
                                .asDouble())
                .isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type": "message", "content": "{\\"sum\\":5}"} | answered | 1.0
                    {"type": "message", "role": "user", "content": "{\\"sum\\":5}"} | invalid | -1.0
                    {"type": "message", "content": [{"type": "refusal", "refusal": "no"}]} | invalid | -1.0
                    {"type": "message", "content": "{\\"sum\\":5}"}, {"type": "function_call", "name": "add", "arguments": "{}"} | invalid | -1.0
                    {"type": "reasoning", "summary": []} | invalid | -1.0
                    3, null, [], {"type": 4}, {"type": "message", "content": 5} | invalid | -1.0
                    """)
    void judge_the_last_message_whatever_it_is(String output, String outcome, double reward) {
        Reply verified = post("/verify", "", answered(ROW, output));

        assertThat(verified.at("/outcome").asString()).isEqualTo(outcome);
        assertThat(verified.at("/reward").asDouble()).isEqualTo(reward);
    }

    @Test
    void truncate_what_ran_out_of_tokens() {
        String cut =
                answered(ROW, RIGHT)
                        .replace(
                                "\"created_at\"",
                                "\"incomplete_details\": {\"reason\": \"max_output_tokens\"}, \"created_at\"");

        Reply verified = post("/verify", seeded(), cut);

        assertThat(verified.at("/outcome").asString()).isEqualTo("truncated");
        assertThat(verified.at("/verdict/reason").asString()).isEqualTo("tokens");
    }

    @Test
    void give_the_verdict_again_to_the_same_answer_alone() {
        String cookie = seeded();
        JsonNode first = post("/verify", cookie, answered(ROW, RIGHT)).json();

        assertThat(post("/verify", cookie, answered(ROW, RIGHT)).json()).isEqualTo(first);
        Reply other = post("/verify", cookie, answered(ROW, message("{\"sum\":6}")));
        assertThat(other.status()).isEqualTo(409);
        assertThat(post("/add", cookie, "{}").status()).isEqualTo(409);
    }

    @Test
    void give_the_verdict_of_an_answer_that_was_a_tool_call() {
        String cookie = seeded();

        assertThat(post("/answer", cookie, "{\"sum\":5}").text())
                .isEqualTo("The attempt has ended.");
        String call =
                "{\"type\": \"function_call\", \"name\": \"mcp__svgym__answer\", \"arguments\": \"{\\\"sum\\\":5}\"}";
        assertThat(post("/verify", cookie, answered(ROW, call)).at("/reward").asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void answer_every_call_of_a_tool_with_text_and_count_it() {
        String cookie = seeded();

        assertThat(post("/rm", cookie, "{}").text())
                .isEqualTo("{\"detail\":\"Unknown tool: 'rm'\"}");
        assertThat(post("/add", cookie, "[1]").status()).isEqualTo(422);
        assertThat(post("/add", cookie, "{bad").at("/detail/0/type").asString())
                .isEqualTo("json_invalid");
        // The unknown tool and the strange arguments counted; what is no JSON did not.
        assertThat(post("/verify", cookie, answered(ROW, RIGHT)).at("/reward").asDouble())
                .isEqualTo(0.8);
    }

    @Test
    void answer_an_engines_fault_with_a_status_and_count_nothing() {
        String cookie = seeded();
        arithmetic.switchAdder(false);

        Reply fault = post("/add", cookie, "{}");
        assertThat(fault.status()).isEqualTo(503);
        assertThat(fault.header("Retry-After")).isEqualTo("7");
        assertThat(post("/verify", cookie, answered(ROW, RIGHT)).status()).isEqualTo(503);
        assertThat(post("/verify", "", answered(ROW, RIGHT)).status()).isEqualTo(503);
        arithmetic.switchAdder(true);
        assertThat(post("/verify", cookie(fault), answered(ROW, RIGHT)).at("/reward").asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void refuse_a_cookie_that_is_forged_and_take_it_back() {
        String cookie = seeded();
        String token =
                client.post(
                                "/v1/rollouts",
                                "{\"environment\": \"arithmetic\", \"task\": {\"split\": \"train\", \"index\": 3}}")
                        .at("/mcp/headers/X-Rollout-Token")
                        .asString();
        for (String forged :
                new String[] {
                    cookie + "A",
                    cookie.substring(0, cookie.length() - 4) + "AAAA",
                    "svgym_nemo_gym=",
                    "svgym_nemo_gym=eyJzZXNzaW9uX2lkIjogIjEifQ.awTyLw.SXX0",
                    "svgym_nemo_gym=" + token,
                    cookie + "; " + cookie,
                    "svgym_nemo_gym=" + "a".repeat(6000)
                }) {
            for (String path : new String[] {"/add", "/verify"}) {
                Reply refused = post(path, forged, answered(ROW, RIGHT));
                assertThat(refused.status()).as(forged).isEqualTo(401);
                assertThat(refused.header("Set-Cookie")).startsWith("svgym_nemo_gym=; ");
            }
            assertThat(post("/seed_session", forged, ROW).status()).isEqualTo(200);
        }
        assertThat(post("/add", "other=1; " + cookie, "{}").text()).isEqualTo("the sum is 5");
    }

    @Test
    void refuse_a_cookie_that_is_used_for_another_row_or_environment() {
        String cookie = seeded();

        Reply other =
                post(
                        "/verify",
                        cookie,
                        answered(ROW.replace("\"index\": 3", "\"index\": 4"), RIGHT));
        assertThat(other.status()).isEqualTo(409);
        assertThat(
                        post(
                                        "/verify",
                                        cookie,
                                        answered(
                                                ROW.replace("arithmetic", "e1-network-logs"),
                                                RIGHT))
                                .status())
                .isEqualTo(409);
        assertThat(post("/envs/e1-network-logs/add", cookie, "{}").status()).isEqualTo(409);
        assertThat(post("/envs/arithmetic/add", cookie, "{}").status()).isEqualTo(200);
        assertThat(post("/verify", cookie, answered(ROW, RIGHT)).at("/reward").asDouble())
                .isEqualTo(0.9);
    }

    @Test
    void refuse_a_cookie_that_nobody_used_for_long() {
        String cookie = seeded();
        clock.advance(Duration.ofMinutes(20));
        String renewed = cookie(post("/add", cookie, "{}"));
        clock.advance(Duration.ofMinutes(110));

        assertThat(post("/add", cookie, "{}").status()).isEqualTo(401);
        // Its cookie is good, but nobody acted in the rollout.
        assertThat(post("/add", renewed, "{}").status()).isIn(404, 410);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"nope": 1} | [{"type":"missing","loc":["body","responses_create_params"],"msg":"Field required","input":{"nope":1}},{"type":"missing","loc":["body","env_id"],"msg":"Field required","input":{"nope":1}}]
                    {"responses_create_params": {}, "env_id": "arithmetic"} | [{"type":"missing","loc":["body","task"],"msg":"Field required","input":{"responses_create_params":{},"env_id":"arithmetic"}}]
                    {"responses_create_params": {}, "env_id": 3, "index": 0} | [{"type":"string_type","loc":["body","env_id"],"msg":"Input should be a valid string","input":3}]
                    """)
    void refuse_a_row_that_names_nothing(String row, String detail) {
        Reply refused = post("/seed_session", "", row);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).isEqualTo("{\"detail\":" + detail + "}");
        cookie(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "arithmetic, 99999999, 404",
        "nope, 0, 404",
        "arithmetic, -1, 422",
        "arithmetic, 1.5, 422"
    })
    void refuse_a_row_of_what_is_not_there(String environment, String index, int status) {
        String row =
                "{%s, \"env_id\": \"%s\", \"index\": %s}".formatted(PARAMS, environment, index);

        assertThat(post("/seed_session", "", row).status()).isEqualTo(status);
        assertThat(post("/verify", "", answered(row, RIGHT)).status()).isEqualTo(status);
    }

    @Test
    void name_everything_that_a_verification_lacks() {
        assertThat(post("/verify", "", "{\"nope\": 1}").text())
                .isEqualTo(
                        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"responses_create_params\"],\"msg\":\"Field required\",\"input\":{\"nope\":1}},{\"type\":\"missing\",\"loc\":[\"body\",\"response\"],\"msg\":\"Field required\",\"input\":{\"nope\":1}}]}");
        assertThat(post("/verify", "", ROW.replace("}]}", "}]}, \"response\": {}")).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{bad", "[1]", "3"})
    void refuse_what_is_no_object(String body) {
        for (String path : new String[] {"/seed_session", "/verify", "/aggregate_metrics"}) {
            Reply refused = post(path, "", body);
            assertThat(refused.status()).isEqualTo(422);
            cookie(refused);
        }
    }

    @Test
    void echo_whatever_is_json_to_python_within_bounds() {
        String strange = ROW.replace("0.50", "[NaN, 1e999, \"\\ud800\", 12345678901234567890123]");
        Reply verified = post("/verify", "", answered(strange, message("half \\ud800 of a pair")));
        assertThat(verified.at("/outcome").asString()).isEqualTo("invalid");
        assertThat(verified.text()).contains("12345678901234567890123");

        String deep = ROW.replace("0.50", "[".repeat(300) + "]".repeat(300));
        assertThat(post("/verify", "", answered(deep, RIGHT)).status()).isEqualTo(422);
    }

    @Test
    void are_bounded_and_still_carry_a_cookie() {
        Reply refused = post("/verify", "", "x".repeat((16 << 20) + 1));

        assertThat(refused.isProblem(413, "body-too-large").header("Set-Cookie")).isNotEmpty();
        String large = answered(ROW, message("x".repeat(2 << 20)) + "," + RIGHT);
        assertThat(post("/verify", "", large).at("/reward").asDouble()).isEqualTo(1.0);
    }

    @Test
    void leave_other_routes_alone() {
        client.post("/nowhere", "{}").isProblem(404, "unknown-route");
        assertThat(client.post("/num_tasks", "{}").status()).isEqualTo(308);
        assertThat(client.post("/envs/arithmetic/reset", "{}").header("Set-Cookie")).isEmpty();
        assertThat(client.get("/nemo-gym").text()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(client.get("/nemo-gym/a/b").text()).isEqualTo("{\"detail\":\"Not Found\"}");
    }
}
