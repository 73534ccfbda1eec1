package dev.svgym.server.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ProblemsTest {

    private static final String JSON = "application/json";

    @Autowired Client client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"environment\":",
                "{\"environment\":\"a\"} trailing",
                "{\"environment\":\"a\",\"environment\":\"b\"}",
                "{'environment':'a'}",
                "{\"environment\":NaN}",
                "{\"environment\":\"\\ud8\"}",
                "nonsense"
            })
    void says_where_json_is_malformed(String body) {
        Reply refused = client.post("/v1/rollouts", body).isProblem(400, "malformed-json");

        assertThat(refused.at("/detail").asString())
                .contains("expected")
                .contains("line 1, column");
        assertThat(refused.at("/instance").asString()).isEqualTo("/v1/rollouts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/environmnt|unknown field|{\"environmnt\":\"a\"}",
                "/task/inex|unknown field|{\"environment\":\"a\",\"task\":{\"inex\":1}}",
                "/environment|expected a string, got a number|{\"environment\":1}",
                "/task|expected an object, got a list|{\"environment\":\"a\",\"task\":[]}",
                "/task/index|expected a whole number, got a string|{\"task\":{\"index\":\"1\"}}",
                "/task/index|expected a whole number, got a number|{\"task\":{\"index\":1.5}}",
                "/mode|expected one of [train, eval]|{\"mode\":\"x\"}",
                "/environment|expected the id|{}"
            })
    void names_the_field_that_is_wrong(String pointer, String message, String body) {
        Reply refused = client.post("/v1/rollouts", body).isProblem(422, "invalid-request");

        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.at("/errors/0/message").asString()).contains(message);
    }

    @Test
    void lists_all_missing_fields_at_once() {
        assertThat(client.post("/v1/rollouts", "{}").at("/errors").size()).isEqualTo(2);
    }

    @Test
    void refuses_depth_at_once() {
        String deep = "{\"task\":{\"inline\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";

        client.post("/v1/rollouts", deep).isProblem(400, "malformed-json");
    }

    @Test
    void refuses_what_is_not_utf_8() {
        client.post(
                        "/v1/rollouts",
                        JSON,
                        "{\"environment\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1))
                .isProblem(400, "not-utf-8");
        client.post(
                        "/v1/rollouts",
                        JSON,
                        "{\"environment\":\"a\"}".getBytes(StandardCharsets.UTF_16))
                .isProblem(400, "not-utf-8");
        client.post("/v1/rollouts", JSON, "\uFEFF{\"environment\":\"a\"}")
                .isProblem(400, "not-utf-8");
    }

    @Test
    void refuses_a_body_that_is_too_large_however_it_is_framed() {
        byte[] large = " ".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);

        client.post("/v1/rollouts", JSON, large).isProblem(413, "body-too-large");
        client.send(
                        client.request("/v1/rollouts")
                                .header("Content-Type", JSON)
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large))))
                .isProblem(413, "body-too-large");
    }

    @Test
    void takes_larger_batches_than_other_bodies_within_a_bound_too() {
        client.post("/v1/verify", JSON, " ".repeat(2 << 20) + "{").isProblem(400, "malformed-json");
        client.post("/v1/verify", JSON, " ".repeat((16 << 20) + 1))
                .isProblem(413, "body-too-large");
    }

    @Test
    void refuses_compressed_bodies() {
        client.send(
                        client.request("/v1/rollouts")
                                .header("Content-Type", JSON)
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofString("{}")))
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void knows_no_other_routes_methods_and_types() {
        client.get("/nope").isProblem(404, "unknown-route");
        client.get("/v1/nope").isProblem(404, "unknown-route");
        client.get("/actuator/env").isProblem(404, "unknown-route");
        client.get("/v1/rollouts").isProblem(405, "method-not-allowed");
        assertThat(client.delete("/v1/verify").isProblem(405, "method-not-allowed").header("Allow"))
                .isEqualTo("POST");
        client.post("/v1/rollouts", "text/plain", "{}").isProblem(415, "unsupported-media-type");
        client.post("/v1/rollouts", "application/x-www-form-urlencoded", "a=b")
                .isProblem(415, "unsupported-media-type");
        client.post("/v1/rollouts", "nonsense", "{}").isProblem(415, "unsupported-media-type");
        client.post("/v1/rollouts", JSON, "").isProblem(400, "bad-request");
        client.post("/v1/rollouts", JSON, "null").isProblem(400, "bad-request");
        client.send(client.request("/v1/environments").header("Accept", "text/html").GET())
                .isProblem(406, "not-acceptable");
    }

    @Test
    void knows_no_other_environments_and_tasks() {
        String body = "{\"environment\":\"%s\",\"task\":%s}";

        client.post("/v1/rollouts", body.formatted("nope", "{\"id\":\"x\"}"))
                .isProblem(404, "unknown-environment");
        client.post("/v1/rollouts", body.formatted("arithmetic", "{\"id\":\"x\"}"))
                .isProblem(404, "unknown-task");
        client.post("/v1/rollouts", body.formatted("arithmetic", "{\"split\":\"ood\",\"index\":0}"))
                .isProblem(404, "unknown-task");
        client.post(
                        "/v1/rollouts",
                        body.formatted("arithmetic", "{\"split\":\"train\",\"index\":1000}"))
                .isProblem(404, "unknown-task");
        Reply invalid =
                client.post(
                                "/v1/rollouts",
                                body.formatted("arithmetic", "{\"inline\":{\"a\":\"x\"}}"))
                        .isProblem(422, "invalid-task");
        assertThat(invalid.at("/errors/0/pointer").asString()).isEqualTo("/task/inline/a");
    }
}
