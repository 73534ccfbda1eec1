package dev.svgym.server.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import dev.svgym.server.commands.Commands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hash is that of {@code admin-key}. */
@ServerTest
@TestPropertySource(
        properties = {
            "svgym.access.keys[0].name=founder",
            "svgym.access.keys[0].scope=admin",
            "svgym.access.keys[0].sha256=69a5265506c94c77b787a7d7377b7685a0eff82e33920a71e7ee22cd6154953e"
        })
class ReferencesTest {

    private static final String PATH = "/v1/admin/environments/arithmetic/references";

    @Autowired Client client;
    @Autowired Commands commands;

    @Test
    void come_one_a_line_with_the_task_as_an_agent_sees_it() {
        Reply reply = get("?split=train&from=3&count=2");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> lines = lines(reply.text());
        assertThat(lines).extracting(line -> line.at("/index").asInt()).containsExactly(3, 4);
        assertThat(lines)
                .allSatisfy(line -> {
                    assertThat(line.at("/environment").asString()).isEqualTo("arithmetic");
                    assertThat(line.at("/task/messages/0/content").asString())
                            .startsWith("What is");
                    assertThat(line.at("/reference/answer/sum").isInt()).isTrue();
                });
    }

    @Test
    void end_where_the_split_ends() {
        assertThat(lines(get("?split=train&from=998&count=10").text())).hasSize(2);
        assertThat(get("?split=train&from=1000&count=10").text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?split=train&count=0, 422, invalid-request",
        "?split=train&count=10001, 422, invalid-request",
        "?split=train&from=-1, 422, invalid-request",
        "?split=nowhere, 404, unknown-task",
        "'', 422, invalid-request"
    })
    void a_question_that_makes_no_sense_is_refused(String query, int status, String slug) {
        get(query).isProblem(status, slug);
    }

    @Test
    void need_a_key_of_the_admin_scope() {
        client.get(PATH + "?split=train").isProblem(401, "unauthenticated");
    }

    @Test
    void come_from_the_command_line_too() {
        var out = new ByteArrayOutputStream();
        int code = run(out, "export", "--environment=arithmetic", "--split=train", "--count=2");

        assertThat(code).isZero();
        assertThat(lines(out.toString(StandardCharsets.UTF_8)))
                .isEqualTo(lines(get("?split=train&count=2").text()));
        assertThat(run(out, "export", "--environment=none", "--split=train")).isEqualTo(1);
        assertThat(run(out, "export", "--environment=arithmetic")).isEqualTo(2);
    }

    private int run(ByteArrayOutputStream out, String... arguments) {
        return commands.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private Reply get(String query) {
        return client.send(
                client.request(PATH + query).header("Authorization", "Bearer admin-key").GET());
    }

    private static List<JsonNode> lines(String text) {
        return text.lines().map(JsonMapper.shared()::readTree).toList();
    }
}
