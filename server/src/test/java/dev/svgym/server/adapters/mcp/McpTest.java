package dev.svgym.server.adapters.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import dev.svgym.server.arithmetic.Arithmetic;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The requests of the Python SDK, as it sends and reads them. */
@ServerTest
class McpTest {

    @Autowired Client client;
    @Autowired Arithmetic arithmetic;

    @AfterEach
    void repair() {
        arithmetic.switchAdder(true);
    }

    private JsonNode begun() {
        return client.post(
                        "/v1/rollouts",
                        "{\"environment\": \"arithmetic\", \"task\": {\"split\": \"train\", \"index\": 3}}")
                .json();
    }

    private String token() {
        return token(begun());
    }

    private static String token(JsonNode rollout) {
        return rollout.at("/mcp/headers/X-Rollout-Token").asString();
    }

    private Reply send(String path, String token, String body) {
        return client.send(
                request(path)
                        .header(RolloutTokens.HEADER, token)
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return client.request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    private Reply ask(String token, String method, String params) {
        return send(
                "/mcp",
                token,
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}"
                        .formatted(method, params));
    }

    private JsonNode call(String token, String tool, String arguments) {
        return ask(
                        token,
                        "tools/call",
                        "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments))
                .at("/result");
    }

    @Test
    void a_rollout_says_where_its_tools_are() {
        JsonNode rollout = begun();

        assertThat(rollout.at("/mcp/url").asString())
                .isEqualTo("http://127.0.0.1:%d/mcp".formatted(client.port()));
        assertThat(token(rollout)).isNotBlank().doesNotContain(rollout.at("/id").asString());
        JsonNode group =
                client.post(
                                "/v1/groups",
                                "{\"environment\": \"arithmetic\", \"task\": {\"split\": \"train\", \"index\": 3}, \"size\": 2}")
                        .json();
        assertThat(group.at("/rollouts/0/mcp/headers"))
                .isNotEqualTo(group.at("/rollouts/1/mcp/headers"));
    }

    @Test
    void an_agent_plays_its_rollout() {
        JsonNode rollout = begun();
        String token = token(rollout);

        JsonNode hello =
                ask(
                                token,
                                "initialize",
                                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"mcp\",\"version\":\"0.1.0\"}}")
                        .json();
        assertThat(hello.at("/id").asInt()).isEqualTo(7);
        assertThat(hello.at("/result/protocolVersion").asString()).isEqualTo("2025-11-25");
        assertThat(hello.at("/result/capabilities/tools").isObject()).isTrue();
        Reply ready =
                send(
                        "/mcp",
                        token,
                        "{\"method\":\"notifications/initialized\",\"jsonrpc\":\"2.0\"}");
        assertThat(ready.status()).isEqualTo(202);
        assertThat(ready.text()).isEmpty();
        JsonNode tools = ask(token, "tools/list", "{}").at("/result/tools");
        assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
                .containsExactly("add", "answer");
        assertThat(tools.at("/0/inputSchema/type").asString()).isEqualTo("object");

        JsonNode added = call(token, "add", "{}");
        assertThat(added.at("/isError").asBoolean()).isFalse();
        assertThat(added.at("/content/0/text").asString()).isEqualTo("the sum is 5");
        assertThat(added.at("/structuredContent/sum").asInt()).isEqualTo(5);
        JsonNode verdict = call(token, "answer", "{\"sum\":5}");

        assertThat(verdict.toString()).doesNotContain(Arithmetic.CANARY);
        assertThat(verdict.at("/isError").asBoolean()).isFalse();
        assertThat(verdict.at("/structuredContent/reward").asDouble()).isEqualTo(0.9);
        assertThat(verdict.at("/structuredContent/success").asInt()).isEqualTo(1);
        assertThat(
                        client.get("/v1/rollouts/" + rollout.at("/id").asString())
                                .at("/verdict/reward")
                                .asDouble())
                .isEqualTo(0.9);
    }

    @Test
    void what_goes_wrong_with_a_call_is_its_result() {
        String token = token();

        assertFails(call(token, "rm", "{}"), "Unknown tool: 'rm'");
        arithmetic.switchAdder(false);
        assertFails(call(token, "answer", "{\"sum\":5}"), "it is off");
        arithmetic.switchAdder(true);
        assertFails(call(token, "explode", "{}"), "");
        // The unknown tool counted, the fault of the engine did not.
        assertThat(call(token, "answer", "{\"sum\":5}").at("/structuredContent/reward").asDouble())
                .isEqualTo(0.9);
        assertFails(call(token, "answer", "{\"sum\":5}"), "ended at step 2");
        assertFails(call(token, "add", "{}"), "ended at step 2");
    }

    private static void assertFails(JsonNode result, String why) {
        assertThat(result.at("/isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asString())
                .contains(why)
                .doesNotContain(Arithmetic.CANARY);
        assertThat(result.has("structuredContent")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tools/call | {}                                | -32602 | params.name
                    tools/call | {"name": 3}                       | -32602 | params.name
                    tools/call | {"name": "add", "arguments": [1]} | -32602 | params.arguments
                    tools/call | null                              | -32602 | params.name
                    nope       | {}                                | -32601 | nope
                    """)
    void a_request_that_is_none_is_refused_and_counts_for_nothing(
            String method, String params, int code, String why) {
        String token = token();

        JsonNode error = ask(token, method, params).at("/error");

        assertThat(error.at("/code").asInt()).isEqualTo(code);
        assertThat(error.at("/message").asString()).contains(why);
        assertThat(call(token, "answer", "{\"sum\":5}").at("/structuredContent/reward").asDouble())
                .isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "[1,2]", "3", "", "{\"jsonrpc\":\"2.0\"}"})
    void what_is_no_message_is_a_bad_request(String body) {
        Reply refused = send("/mcp", token(), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"Invalid message format\"}}");
    }

    @Test
    void a_token_that_is_missing_or_false_opens_nothing() {
        String token = token();
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

        Reply without = client.send(request("/mcp").POST(BodyPublishers.ofString(body)));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.at("/error/message").asString()).contains("POST /v1/rollouts");
        String flipped =
                (token.charAt(20) == 'A'
                                ? token.substring(0, 20) + 'B'
                                : token.substring(0, 20) + 'A')
                        + token.substring(21);
        for (String false_ :
                new String[] {
                    flipped,
                    token + "A",
                    "AAAA",
                    "%00",
                    "a".repeat(4000),
                    begun().at("/id").asString()
                }) {
            Reply refused = send("/mcp", false_, body);
            assertThat(refused.status()).as(false_).isEqualTo(404);
            assertThat(refused.at("/jsonrpc").asString()).isEqualTo("2.0");
        }
        assertThat(send("/mcp", token, body).status()).isEqualTo(200);
    }

    @Test
    void under_the_prefix_of_an_environment_a_token_is_told_from_the_dialect_of_openenv() {
        String token = token();
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

        assertThat(send("/envs/arithmetic/mcp", token, body).at("/result").isObject()).isTrue();
        assertThat(send("/envs/e1-network-logs/mcp", token, body).status()).isEqualTo(404);
        assertThat(client.post("/envs/arithmetic/mcp", body).at("/error/message").asString())
                .isEqualTo("Method not found: ping");
        assertThat(
                        client.send(
                                        request("/envs/arithmetic/mcp")
                                                .header(RolloutTokens.HEADER, token)
                                                .header(RolloutTokens.GYM_HEADER, token)
                                                .POST(BodyPublishers.ofString(body)))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void there_is_no_stream_and_no_room_for_much() {
        String token = token();

        assertThat(client.send(request("/mcp").header(RolloutTokens.HEADER, token).GET()).status())
                .isEqualTo(405);
        assertThat(
                        client.send(request("/mcp").header(RolloutTokens.HEADER, token).DELETE())
                                .status())
                .isEqualTo(405);
        ask(token, "tools/call", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")
                .isProblem(413, "body-too-large");
        assertThat(
                        client.send(
                                        client.request("/mcp")
                                                .header(RolloutTokens.HEADER, token)
                                                .header("Content-Type", "application/json")
                                                .POST(BodyPublishers.ofString("{}")))
                                .status())
                .isIn(400, 406);
    }
}
