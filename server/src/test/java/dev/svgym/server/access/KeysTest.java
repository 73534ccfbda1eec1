package dev.svgym.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The hashes are those that {@code printf %s <key> | sha256sum} prints. */
@ServerTest
@TestPropertySource(
        properties = {
            "svgym.access.keys[0].name=dashboard",
            "svgym.access.keys[0].scope=read",
            "svgym.access.keys[0].sha256=8578df6c579d44d3bf7caeada69ed9cbca30b318a50a0e60216b46760edf5477",
            "svgym.access.keys[1].name=trainer",
            "svgym.access.keys[1].scope=rollout",
            "svgym.access.keys[1].sha256=50d3ce0f9018a438b171be02bfd0b91d7251dc9e06157851bc21e083ff299025",
            "svgym.access.keys[2].name=founder",
            "svgym.access.keys[2].scope=admin",
            "svgym.access.keys[2].sha256=69a5265506c94c77b787a7d7377b7685a0eff82e33920a71e7ee22cd6154953e"
        })
class KeysTest {

    private static final String ADVANTAGES =
            """
            {"estimator": "rloo", "groups": [{"rewards": [1, 0]}]}\
            """;

    @Autowired Client client;

    @Test
    void health_asks_for_no_key() {
        assertThat(client.get("/actuator/health").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/environments", "/v3/api-docs", "/actuator/prometheus", "/nowhere"})
    void everything_else_does(String path) {
        Reply reply = client.get(path).isProblem(401, "unauthenticated");

        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.at("/detail").asString()).contains("scope read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic cmVhZC1rZXk6", "read-key"})
    void what_is_not_a_key_opens_nothing(String header) {
        get("/v1/environments", header).isProblem(401, "unauthenticated");
    }

    @Test
    void a_key_opens_what_its_scope_holds() {
        assertThat(get("/v1/environments", "Bearer read-key").status()).isEqualTo(200);
        assertThat(get("/v1/environments", "bearer rollout-key").status()).isEqualTo(200);
        assertThat(post("/v1/advantages", "Bearer rollout-key").status()).isEqualTo(200);
        assertThat(post("/v1/advantages", "Bearer admin-key").status()).isEqualTo(200);
    }

    @Test
    void a_key_may_come_in_the_header_of_other_clients() {
        assertThat(getWithApiKey("read-key").status()).isEqualTo(200);
        getWithApiKey("wrong").isProblem(401, "unauthenticated");
    }

    @Test
    void a_key_opens_nothing_beyond_its_scope() {
        post("/v1/advantages", "Bearer read-key").isProblem(403, "forbidden");
        get("/v1/admin/anything", "Bearer rollout-key").isProblem(403, "forbidden");
        get("/v1/admin/anything", "Bearer admin-key").isProblem(404, "unknown-route");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//admin/x",
                "/v1/x/../admin/x",
                "/v1/%61dmin/x",
                "/v1/admin%2fx",
                "/V1/ADMIN/x"
            })
    void no_spelling_of_a_path_goes_round_the_scope(String path) {
        assertThat(get(path, "Bearer rollout-key").status()).isIn(400, 403, 404);
        assertThat(get(path, "").status()).isIn(400, 401);
    }

    @Test
    void a_body_without_a_key_is_not_even_read() {
        client.post("/v1/verify", "application/json", new byte[17 << 20])
                .isProblem(401, "unauthenticated");
    }

    private Reply get(String path, String authorization) {
        return client.send(with(authorization, client.request(path)).GET());
    }

    private Reply getWithApiKey(String key) {
        return client.send(client.request("/v1/environments").header("X-API-Key", key).GET());
    }

    private Reply post(String path, String authorization) {
        return client.send(
                with(authorization, client.request(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(ADVANTAGES)));
    }

    private static HttpRequest.Builder with(String authorization, HttpRequest.Builder request) {
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }
}
