package dev.svgym.server.adapters.ors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import dev.svgym.server.arithmetic.Arithmetic;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The requests of the ORS SDK, as it sends and reads them. */
@ServerTest
class OrsTest {

    private static final String PREFIX = "/envs/arithmetic";

    @Autowired Client client;
    @Autowired Arithmetic arithmetic;

    @AfterEach
    void repair() {
        arithmetic.switchAdder(true);
    }

    private Reply send(String method, String path, String session, String body) {
        return client.send(
                client.request(path)
                        .header("X-Session-ID", session)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private Reply post(String path, String session, String body) {
        return send("POST", path, session, body);
    }

    private String created() {
        String events = client.post(PREFIX + "/create_session", "{}").text();
        String id =
                events.substring("event: task_id\r\ndata: ".length(), events.indexOf("\r\n\r\n"));
        assertThat(events)
                .isEqualTo("event: task_id\r\ndata: %s\r\n\r\nevent: end\r\ndata: \r\n\r\n", id);
        Reply created = post(PREFIX + "/create", id, "{\"split\": \"train\", \"index\": 3}");
        assertThat(created.text()).isEqualTo("{\"sid\":\"%s\"}", id);
        return id;
    }

    private Reply call(String session, String tool, String input) {
        return post(
                PREFIX + "/arithmetic/call",
                session,
                "{\"name\": \"%s\", \"input\": %s}".formatted(tool, input));
    }

    private static String end(Reply reply) {
        return reply.text()
                .substring(
                        reply.text().indexOf("event: end\r\ndata: ")
                                + "event: end\r\ndata: ".length())
                .strip();
    }

    @Test
    void play_an_episode() {
        String session = created();

        assertThat(send("GET", PREFIX + "/arithmetic/prompt", session, "").text())
                .isEqualTo("[{\"text\":\"What is 3 + 2?\",\"detail\":null,\"type\":\"text\"}]");
        assertThat(post(PREFIX + "/ping", session, "").text()).isEqualTo("{\"status\":\"ok\"}");
        Reply added = call(session, "add", "{}");
        assertThat(added.header("Content-Type")).startsWith("text/event-stream");
        assertThat(end(added))
                .isEqualTo(
                        "{\"ok\":true,\"output\":{\"blocks\":[{\"text\":\"the sum is 5\",\"detail\":null,\"type\":\"text\"}],\"metadata\":{\"sum\":5},\"reward\":null,\"finished\":false}}");
        assertThat(end(call(session, "answer", "{\"sum\":5}")))
                .contains("\"reward\":0.9,\"finished\":true")
                .contains("\"reward_components\":{\"correct\":1.0,\"economy\":0.9}");
        assertThat(end(call(session, "answer", "{\"sum\":5}")))
                .startsWith("{\"ok\":false,")
                .endsWith("\"reason\":\"episode_finished\"}");
        post(PREFIX + "/delete", session, "");
        assertThat(post(PREFIX + "/ping", session, "").status()).isEqualTo(404);
    }

    @Test
    void give_a_result_again_to_who_asks_again() {
        String session = created();
        String first = call(session, "add", "{}").text();
        String task =
                first.substring("event: task_id\r\ndata: ".length(), first.indexOf("\r\n\r\n"));

        Reply again =
                post(
                        PREFIX + "/arithmetic/call",
                        session,
                        "{\"name\": \"add\", \"input\": {}, \"task_id\": \"%s\"}".formatted(task));

        assertThat(again.text()).isEqualTo(first);
        assertThat(end(call(session, "answer", "{\"sum\":5}"))).contains("\"reward\":0.9");
        assertThat(
                        post(
                                        PREFIX + "/arithmetic/call",
                                        session,
                                        "{\"name\": \"add\", \"input\": {}, \"task_id\": \"nope\"}")
                                .text())
                .isEqualTo("event: error\r\ndata: unknown task_id\r\n\r\n");
    }

    @Test
    void answer_an_engines_fault_with_a_status_that_is_retried() {
        String session = created();
        arithmetic.switchAdder(false);

        Reply fault = call(session, "answer", "{\"sum\":5}");

        assertThat(fault.status()).isEqualTo(503);
        assertThat(fault.header("Retry-After")).isEqualTo("7");
        arithmetic.switchAdder(true);
        assertThat(end(call(session, "answer", "{\"sum\":5}"))).contains("\"reward\":1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"split": "nope", "index": 0}   | 400 | {"detail":"Invalid split"}
                    {"split": "test", "index": 3}   | 400 | {"detail":"Invalid index"}
                    {"split": "test"}               | 422 | {"detail":"Provide either task_spec or both split and index, not both/neither"}
                    {"split": "test", "index": "x"} | 422 | {"detail":[{"type":"int_parsing","loc":["body","index"],"msg":"Input should be a valid integer, unable to parse string as an integer","input":"x"}]}
                    {"env_name": "x", "split": "test", "index": 0} | 404 | {"detail":"unknown environment 'x'"}
                    """)
    void refuse_what_is_not_there(String body, int status, String detail) {
        Reply refused = post(PREFIX + "/create", "refused", body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text()).isEqualTo(detail);
    }

    @Test
    void need_a_session_once() {
        assertThat(client.post(PREFIX + "/create", "{}").text())
                .isEqualTo("{\"detail\":\"X-Session-ID header is required\"}");
        String session = created();
        assertThat(post(PREFIX + "/create", session, "{\"split\":\"train\",\"index\":3}").text())
                .isEqualTo("{\"detail\":\"Session already exists\"}");
        assertThat(end(call(session, "rm", "{}")))
                .isEqualTo(
                        "{\"ok\":false,\"error\":\"Unknown tool: 'rm'\",\"reason\":\"not_found\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/envs/arithmetic/num_tasks, '', /envs/arithmetic/arithmetic/num_tasks",
        "/num_tasks, '', /arithmetic/num_tasks",
        "/num_tasks, env, /arithmetic/num_tasks",
        "/num_tasks, e2-config-remediation, /e2-config-remediation/num_tasks",
        "/num_tasks, http://127.0.0.1:8080/envs/e1-network-logs, /e1-network-logs/num_tasks"
    })
    void lead_from_paths_without_an_environment_to_the_one_that_is_meant(
            String path, String deployment, String location) {
        Reply reply =
                client.send(
                        client.request(path)
                                .header("X-Deployment", deployment)
                                .POST(BodyPublishers.ofString("{\"split\": \"train\"}")));

        assertThat(reply.status()).isEqualTo(308);
        assertThat(reply.header("Location")).isEqualTo(location);
    }
}
