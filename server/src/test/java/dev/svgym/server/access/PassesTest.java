package dev.svgym.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The hash is the one that {@code printf %s rollout-key | sha256sum} prints. */
@ServerTest
@TestPropertySource(
        properties = {
            "svgym.access.keys[0].name=trainer",
            "svgym.access.keys[0].scope=rollout",
            "svgym.access.keys[0].sha256=50d3ce0f9018a438b171be02bfd0b91d7251dc9e06157851bc21e083ff299025"
        })
class PassesTest {

    private static final String ROLLOUT =
            "{\"environment\": \"arithmetic\", \"task\": {\"split\": \"train\", \"index\": 3}}";
    private static final String ROW =
            "{\"responses_create_params\": {\"input\": []}, \"env_id\": \"arithmetic\", \"split\": \"train\", \"index\": 3}";

    @Autowired Client client;

    @Test
    void an_agent_needs_no_key_for_the_tools_of_its_rollout_and_gets_no_further() {
        String token =
                withKey("/v1/rollouts", ROLLOUT).at("/mcp/headers/X-Rollout-Token").asString();
        String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

        assertThat(withToken("/mcp", token, list).status()).isEqualTo(200);
        assertThat(withToken("/envs/arithmetic/mcp", token, list).status()).isEqualTo(200);
        withToken("/mcp", token + "A", list).isProblem(401, "unauthenticated");
        withToken("/v1/rollouts", token, ROLLOUT).isProblem(401, "unauthenticated");
        withToken("/seed_session", token, ROW).isProblem(401, "unauthenticated");
        client.post("/mcp", list).isProblem(401, "unauthenticated");
    }

    @Test
    void a_cookie_is_no_key() {
        Reply seeded = withKey("/seed_session", ROW);
        assertThat(seeded.status()).isEqualTo(200);
        String cookie = seeded.header("Set-Cookie").split(";", 2)[0];

        Reply without =
                client.send(
                        client.request("/add")
                                .header("Cookie", cookie)
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(without.isProblem(401, "unauthenticated").header("Set-Cookie"))
                .startsWith("svgym_nemo_gym=");
        assertThat(
                        client.send(
                                        client.request("/add")
                                                .header("Cookie", cookie)
                                                .header("X-API-Key", "rollout-key")
                                                .POST(BodyPublishers.ofString("{}")))
                                .text())
                .isEqualTo("the sum is 5");
    }

    @Test
    void a_client_that_has_no_headers_sends_the_key_as_a_password() {
        Reply seeded = withAuthorization("Basic " + base64("trainer:rollout-key"));
        assertThat(seeded.status()).isEqualTo(200);
        assertThat(seeded.header("Set-Cookie")).startsWith("svgym_nemo_gym=");

        assertThat(withAuthorization("bAsIc " + base64(":rollout-key")).status()).isEqualTo(200);
        for (String other :
                List.of(
                        base64("rollout-key:"),
                        base64("rollout-key"),
                        base64("trainer:rollout-key "),
                        base64("trainer:a:rollout-key"),
                        "trainer:rollout-key",
                        "")) {
            withAuthorization("Basic " + other).isProblem(401, "unauthenticated");
        }
    }

    private Reply withAuthorization(String authorization) {
        return client.send(
                client.request("/seed_session")
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(ROW)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reply withKey(String path, String body) {
        return client.send(
                client.request(path)
                        .header("Authorization", "Bearer rollout-key")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private Reply withToken(String path, String token, String body) {
        return client.send(
                client.request(path)
                        .header("X-Rollout-Token", token)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(BodyPublishers.ofString(body)));
    }
}
