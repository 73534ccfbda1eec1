package dev.svgym.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The hash is what {@code printf %s admin-key | sha256sum} prints. */
@ServerTest
class ImportsTest {

    private static final String IMPORTS = "/v1/admin/environments/e1-network-logs/imports";
    private static final String REPORTS = "/v1/admin/environments/e1-network-logs/reports";
    private static final String ROW =
            "{\"question\": \"tcp 1\u219280, bytes %d\", \"answer\": \"%s\", \"meta\": {\"split\": \"train\"}}\n";

    @TempDir static Path folder;

    @Autowired Client client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("svgym.access.keys[0].name", () -> "founder");
        settings.add("svgym.access.keys[0].scope", () -> "admin");
        settings.add(
                "svgym.access.keys[0].sha256",
                () -> "69a5265506c94c77b787a7d7377b7685a0eff82e33920a71e7ee22cd6154953e");
        settings.add("svgym.network-logs.imports", () -> folder.resolve("sets").toString());
        settings.add(
                "svgym.config-remediation.imports", () -> folder.resolve("configs").toString());
        settings.add("svgym.config-remediation.semgrep-core", () -> "/nonexistent");
        settings.add("svgym.imports.max-upload", () -> "2MB");
    }

    @Test
    void an_upload_becomes_a_set_that_is_served_by_index_and_judged() {
        Reply made = upload("?format=sv-bench&set=mini", ROW.formatted(1, "Malicious") + "{}\n");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/v1/environments/e1-network-logs");
        assertThat(made.at("/splits/0/name").asString()).isEqualTo("train");
        assertThat(made.at("/splits/0/tasks").asLong()).isEqualTo(1);
        assertThat(made.at("/splits/0/strata/Malicious").asLong()).isEqualTo(1);
        assertThat(made.at("/first_rejected/0/line").asLong()).isEqualTo(2);
        assertThat(get("/v1/environments/e1-network-logs").text())
                .contains("{\"name\":\"mini/train\",\"size\":1}");
        Reply judged =
                post(
                        "/v1/verify",
                        "application/json",
                        """
                        {"environment": "e1-network-logs", "items": [
                          {"task": {"split": "mini/train", "index": 0}, "answer": {"label": "Malicious", "confidence": 0.9}}]}
                        """);
        assertThat(judged.at("/verdicts/0/success").asInt()).isEqualTo(1);
        assertThat(judged.at("/verdicts/0/task").asString()).startsWith("imported-mini-");
        post(
                        "/v1/verify",
                        "application/json",
                        """
                        {"environment": "e1-network-logs", "items": [
                          {"task": {"split": "mini/train", "index": 1}, "answer": {"label": "Abstain"}}]}
                        """)
                .isProblem(404, "unknown-task");
        assertThat(get("/v1/environments/e1-network-logs/tasks?split=mini/train").text())
                .contains("bytes 1")
                .doesNotContain("\"malicious\"", "bayes");
        upload("?format=sv-bench&set=mini", ROW.formatted(2, "Benign"))
                .isProblem(409, "set-exists");
    }

    @Test
    void configs_become_no_tasks_where_an_engine_that_judges_them_is_not_there() {
        String pod =
                "{\"question\": \"apiVersion: v1\\nkind: Pod\\nmetadata: {name: a}\\nspec: {containers: [{name: a, image: a}]}\\n\", \"meta\": {\"lang\": \"k8s\"}}\n";

        Reply refused =
                post(
                                "/v1/admin/environments/e2-config-remediation/imports?format=sv-bench&set=k8s",
                                "text/plain",
                                pod)
                        .isProblem(503, "engine-fault");

        assertThat(refused.at("/detail").asString()).startsWith("semgrep: ");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(folder.resolve("configs").toFile().list()).isNullOrEmpty();
    }

    @Test
    void a_file_that_cannot_be_imported_leaves_nothing() {
        Reply refused =
                upload("?format=unsw-nb15&set=broken&file=a.csv", "x,y\n1,2\n")
                        .isProblem(422, "unusable-file");

        assertThat(refused.at("/detail").asString()).startsWith("a.csv, line 1: expected");
        assertThat(folder.resolve("sets/broken")).doesNotExist();
        post(
                        "/v1/verify",
                        "application/json",
                        """
                        {"environment": "e1-network-logs", "items": [
                          {"task": {"split": "broken/train", "index": 0}, "answer": {"label": "Abstain"}}]}
                        """)
                .isProblem(404, "unknown-task");
    }

    @Test
    void an_upload_is_bounded_and_needs_the_admin_scope() {
        upload("?format=sv-bench&set=big", ROW.formatted(1, "Benign").repeat(30_000))
                .isProblem(413, "body-too-large");
        upload("?format=tarot&set=a", "x").isProblem(422, "invalid-request");
        assertThat(folder.resolve("sets/big")).doesNotExist();
        client.post(IMPORTS + "?format=sv-bench&set=a", "application/octet-stream", "x")
                .isProblem(401, "unauthenticated");
        assertThat(get(IMPORTS).at("/formats/0/name").asString()).isEqualTo("sv-bench");
        get("/v1/admin/environments/arithmetic/imports").isProblem(422, "invalid-request");
    }

    @Test
    void attempts_become_a_report_with_a_summary_and_charts() {
        String inline =
                "{\"task\": {\"inline\": {\"log\": \"%s\", \"label\": \"Malicious\"}}, %s}\n";

        Reply report =
                post(
                        REPORTS + "?model=m&dataset=d&run=r",
                        "application/x-ndjson",
                        inline.formatted(
                                        "a",
                                        "\"answer\": {\"label\": \"Malicious\", \"confidence\": 0.75}")
                                + inline.formatted("b", "\"answer\": \"what?\"")
                                + inline.formatted("c", "\"truncated\": \"idle\"")
                                + inline.formatted("d", "\"error\": {\"status\": 503}"));

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.at("/report/n").asInt()).isEqualTo(2);
        assertThat(report.at("/report/uncounted").asInt()).isEqualTo(1);
        assertThat(report.at("/report/errors").asInt()).isEqualTo(1);
        assertThat(report.at("/report/headline/success/value").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/summary/model").asString()).isEqualTo("m");
        assertThat(report.at("/summary/metrics/calibration/ece").asDouble()).isEqualTo(0.25);
        assertThat(report.at("/charts/1/svg").asString()).contains("<svg");
    }

    @Test
    void a_line_that_is_no_attempt_is_named() {
        Reply refused =
                post(REPORTS, "application/x-ndjson", "\n{\"task\": {\"id\": \"x\"}}\n")
                        .isProblem(422, "invalid-request");

        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/lines/2");
        post(REPORTS, "application/x-ndjson", "").isProblem(422, "invalid-request");
        post(
                        REPORTS,
                        "application/x-ndjson",
                        "{\"task\": {\"split\": \"gone/test\", \"index\": 0}, \"answer\": \"\"}")
                .isProblem(404, "unknown-task");
    }

    private Reply upload(String query, String body) {
        return post(IMPORTS + query, "application/octet-stream", body);
    }

    private Reply get(String path) {
        return client.send(client.request(path).header("Authorization", "Bearer admin-key").GET());
    }

    private Reply post(String path, String type, String body) {
        return client.send(
                client.request(path)
                        .header("Authorization", "Bearer admin-key")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }
}
