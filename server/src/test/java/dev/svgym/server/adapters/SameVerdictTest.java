package dev.svgym.server.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import dev.svgym.server.adapters.openenv.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A task is answered alike whichever protocol carries the answer: the verdicts are equal, digests and all. */
@ServerTest
class SameVerdictTest {

    @Autowired Client client;

    /** Answers a task over one protocol, after tool calls, and gives the verdict as that protocol shows it. */
    @FunctionalInterface
    interface Way {
        JsonNode verdict(Client client, Case one) throws InterruptedException;
    }

    /**
     * What is answered.
     *
     * @param task as in the native API
     * @param tools that are called before, without arguments
     * @param answer JSON: a string is the raw text of a model
     */
    record Case(String environment, String task, List<String> tools, String answer) {

        /** The answer as an action of a protocol of objects. */
        String action() {
            return answer.startsWith("\"") ? "{\"answer\": " + answer + "}" : answer;
        }

        @Override
        public String toString() {
            return environment + " " + answer;
        }
    }

    private static final String LOG =
            "{\"inline\": {\"log\": \"id.resp_p=23 proto=tcp conn_state=S0\", \"label\": \"Malicious\"}}";
    private static final String POD =
            "{\"inline\": {\"kind\": \"kubernetes\", \"rules\": [\"pss-baseline\"], \"files\": {\"pod.yaml\": \"apiVersion: v1\\nkind: Pod\\nmetadata:\\n  name: web\\nspec:\\n  hostNetwork: true\\n  containers:\\n    - name: app\\n      image: registry.example/web:1.4.2\\n\"}}}";
    private static final String FIX =
            "{\"violations\": [{\"id\": \"K8S-HOST-NETWORK\", \"object\": \"Pod/default/web\", \"severity\": \"high\"}], \"patch\": \"--- a/pod.yaml\\n+++ b/pod.yaml\\n@@ -5,3 +5,2 @@\\n spec:\\n-  hostNetwork: true\\n   containers:\\n\", \"confidence\": 0.9}";

    private static final List<Case> CASES =
            List.of(
                    e1(LOG, "{\"label\": \"Malicious\", \"confidence\": 0.9}"),
                    e1(LOG, "{\"label\": \"Benign\", \"confidence\": 0.70}"),
                    e1(LOG, "{\"label\": \"Abstain\"}"),
                    e1(LOG, "{\"label\": \"Perhaps\", \"confidence\": 0.5}"),
                    e1(
                            LOG,
                            "\"<think>S0</think>{\\\"label\\\": \\\"Malicious\\\", \\\"confidence\\\": 1e-1}\""),
                    e1(LOG, "\"Malicious, I am sure\""),
                    e1(
                            "{\"split\": \"train\", \"index\": 11}",
                            "{\"label\": \"Malicious\", \"confidence\": 0.8}"),
                    e1("{\"split\": \"ood\", \"index\": 5}", "{\"label\": \"Abstain\"}"),
                    e2(List.of(), FIX),
                    e2(List.of("opa", "opa", "no_such_tool"), FIX),
                    e2(List.of("opa"), FIX.replace("0.9", "0.1").replace("high", "low")),
                    e2(List.of(), "{\"violations\": [], \"files\": {}, \"confidence\": 0.5}"),
                    e2(List.of(), "\"no JSON at all\""));

    private static Case e1(String task, String answer) {
        return new Case("e1-network-logs", task, List.of(), answer);
    }

    private static Case e2(List<String> tools, String answer) {
        return new Case("e2-config-remediation", POD, tools, answer);
    }

    static Stream<Arguments> everyCaseOverEveryProtocol() {
        return CASES.stream()
                .flatMap(one ->
                        Stream.of(
                                Arguments.of(one, "openenv socket", (Way) SameVerdictTest::socket),
                                Arguments.of(one, "openenv tools", (Way) SameVerdictTest::tools),
                                Arguments.of(one, "openenv http", (Way) SameVerdictTest::http),
                                Arguments.of(one, "openenv mcp", (Way) SameVerdictTest::mcp),
                                Arguments.of(one, "ors", (Way) SameVerdictTest::ors),
                                Arguments.of(one, "nemo gym", (Way) SameVerdictTest::gym),
                                Arguments.of(one, "nemo gym row", (Way) SameVerdictTest::gymRow),
                                Arguments.of(one, "mcp", (Way) SameVerdictTest::agent)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("everyCaseOverEveryProtocol")
    void comes_over_every_protocol(Case one, String protocol, Way way) throws Exception {
        JsonNode verdict = way.verdict(client, one);

        assertThat(verdict).as(protocol).isEqualTo(natively(client, one));
        assertThat(verdict.path("task_digest").asString()).hasSize(64);
    }

    private static JsonNode natively(Client client, Case one) {
        String id =
                client.post(
                                "/v1/rollouts",
                                "{\"environment\": \"%s\", \"task\": %s}"
                                        .formatted(one.environment(), one.task()))
                        .at("/id")
                        .asString();
        int sequence = 1;
        for (String tool : one.tools()) {
            act(
                    client,
                    id,
                    "{\"sequence\": %d, \"tool_call\": {\"name\": \"%s\"}}"
                            .formatted(sequence++, tool));
        }
        return act(
                        client,
                        id,
                        "{\"sequence\": %d, \"answer\": %s}".formatted(sequence, one.answer()))
                .path("verdict");
    }

    private static JsonNode act(Client client, String id, String body) {
        return client.post("/v1/rollouts/" + id + "/actions", body).json();
    }

    private static JsonNode socket(Client client, Case one) throws InterruptedException {
        return overSocket(client, one, one.action());
    }

    private static JsonNode tools(Client client, Case one) throws InterruptedException {
        return overSocket(client, one, call("answer", one.action()));
    }

    private static JsonNode overSocket(Client client, Case one, String last)
            throws InterruptedException {
        try (Socket socket = Socket.open(client, "/envs/" + one.environment() + "/ws")) {
            socket.ask("{\"type\": \"reset\", \"data\": {\"task\": %s}}".formatted(one.task()));
            for (String tool : one.tools()) {
                socket.ask("{\"type\": \"step\", \"data\": %s}".formatted(call(tool, "{}")));
            }
            return socket.askJson("{\"type\": \"step\", \"data\": %s}".formatted(last))
                    .at("/data/observation/verdict");
        }
    }

    private static String call(String tool, String arguments) {
        return "{\"type\": \"call_tool\", \"tool_name\": \"%s\", \"arguments\": %s}"
                .formatted(tool, arguments);
    }

    private static JsonNode http(Client client, Case one) {
        String prefix = "/envs/" + one.environment();
        String episode = UUID.randomUUID().toString();
        client.post(
                prefix + "/reset",
                "{\"episode_id\": \"%s\", \"task\": %s}".formatted(episode, one.task()));
        String step = "{\"episode_id\": \"%s\", \"action\": %s}";
        for (String tool : one.tools()) {
            client.post(prefix + "/step", step.formatted(episode, call(tool, "{}")));
        }
        return client.post(prefix + "/step", step.formatted(episode, one.action()))
                .at("/observation/verdict");
    }

    private static JsonNode mcp(Client client, Case one) throws InterruptedException {
        String path = "/envs/" + one.environment() + "/mcp";
        String rpc = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": %s}";
        String id =
                client.post(path, rpc.formatted("openenv/session/create", "{}"))
                        .at("/result/session_id")
                        .asString();
        String params = "{\"name\": \"%s\", \"arguments\": %s, \"session_id\": \"" + id + "\"}";
        try (Socket socket =
                Socket.open(client, "/envs/" + one.environment() + "/ws?session_id=" + id)) {
            socket.ask("{\"type\": \"reset\", \"data\": {\"task\": %s}}".formatted(one.task()));
            for (String tool : one.tools()) {
                client.post(path, rpc.formatted("tools/call", params.formatted(tool, "{}")));
            }
            return client.post(
                            path,
                            rpc.formatted("tools/call", params.formatted("answer", one.action())))
                    .at("/result/data/verdict");
        }
    }

    private static JsonNode ors(Client client, Case one) {
        String id = UUID.randomUUID().toString();
        ors(
                client,
                id,
                "/create",
                "{\"env_name\": \"%s\", \"task_spec\": %s}"
                        .formatted(one.environment(), one.task()));
        String path = "/" + one.environment() + "/call";
        for (String tool : one.tools()) {
            ors(client, id, path, "{\"name\": \"%s\", \"input\": {}}".formatted(tool));
        }
        String result =
                ors(
                        client,
                        id,
                        path,
                        "{\"name\": \"answer\", \"input\": %s}".formatted(one.action()));
        return events(result).at("/output/metadata/verdict");
    }

    private static String ors(Client client, String id, String path, String body) {
        return client.send(
                        client.request(path)
                                .header("X-Session-ID", id)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)))
                .text();
    }

    private static JsonNode gym(Client client, Case one) {
        String row = row(one);
        Reply last = client.post("/seed_session", row);
        for (String tool : one.tools()) {
            last = gym(client, "/" + tool, last, "{}");
        }
        return gym(client, "/verify", last, answered(one, row, "")).at("/verdict");
    }

    private static Reply gym(Client client, String path, Reply last, String body) {
        return client.send(
                client.request(path)
                        .header("Cookie", last.header("Set-Cookie").split(";", 2)[0])
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** A conversation that is verified without a session, with the tool calls that it tells of. */
    private static JsonNode gymRow(Client client, Case one) {
        String calls =
                one.tools().stream()
                        .map(tool ->
                                "{\"type\": \"function_call\", \"name\": \"%s\", \"arguments\": \"{}\"}, "
                                        .formatted(tool))
                        .collect(Collectors.joining());
        return client.post("/verify", answered(one, row(one), calls)).at("/verdict");
    }

    private static String row(Case one) {
        return "{\"responses_create_params\": {\"input\": []}, \"env_id\": \"%s\", \"task\": %s}"
                .formatted(one.environment(), one.task());
    }

    private static String answered(Case one, String row, String before) {
        String text =
                one.answer().startsWith("\"")
                        ? one.answer()
                        : JsonNodeFactory.instance.stringNode(one.answer()).toString();
        return row.substring(0, row.length() - 1)
                + ", \"response\": {\"output\": [%s{\"type\": \"message\", \"content\": %s}]}}"
                        .formatted(before, text);
    }

    private static JsonNode agent(Client client, Case one) {
        JsonNode mcp =
                client.post(
                                "/v1/rollouts",
                                "{\"environment\": \"%s\", \"task\": %s}"
                                        .formatted(one.environment(), one.task()))
                        .at("/mcp");
        for (String tool : one.tools()) {
            agent(client, mcp, tool, "{}");
        }
        return agent(client, mcp, "answer", one.action()).at("/result/structuredContent/verdict");
    }

    private static Reply agent(Client client, JsonNode mcp, String tool, String arguments) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(mcp.path("url").asString()));
        mcp.path("headers")
                .properties()
                .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
        return client.send(
                request.header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                                                .formatted(tool, arguments))));
    }

    /** The JSON that the data of {@code chunk} and {@code end} make together. */
    private static JsonNode events(String stream) {
        var json = new StringBuilder();
        for (String event : stream.split("\r\n\r\n", -1)) {
            if (event.startsWith("event: chunk") || event.startsWith("event: end")) {
                json.append(event.substring(event.indexOf("data: ") + "data: ".length()));
            }
        }
        return json.isEmpty()
                ? JsonNodeFactory.instance.missingNode()
                : JsonMapper.shared().readTree(json.toString());
    }
}
