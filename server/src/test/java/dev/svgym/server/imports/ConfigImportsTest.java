package dev.svgym.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** Imports of configs by the engines that judge them. The hash is what {@code printf %s admin-key | sha256sum} prints. */
@ServerTest
class ConfigImportsTest {

    private static final String ENVIRONMENT = "/v1/environments/e2-config-remediation";

    @TempDir static Path folder;

    @Autowired Client client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("svgym.access.keys[0].name", () -> "founder");
        settings.add("svgym.access.keys[0].scope", () -> "admin");
        settings.add(
                "svgym.access.keys[0].sha256",
                () -> "69a5265506c94c77b787a7d7377b7685a0eff82e33920a71e7ee22cd6154953e");
        settings.add("svgym.config-remediation.imports", folder::toString);
    }

    @Test
    void configs_become_tasks_where_the_engines_that_judge_them_are_there() {
        assumeTrue(isThere("semgrep"), "Semgrep is not there");
        String volume =
                "{\"question\": \"resource \\\"aws_ebs_volume\\\" \\\"a\\\" {\\n  availability_zone = \\\"a\\\"\\n  size = 1\\n}\\n\", \"meta\": {\"lang\": \"tf\", \"split\": \"test\"}}\n";

        Reply made =
                post(
                        "/v1/admin/environments/e2-config-remediation/imports?format=sv-bench&set=tf",
                        "text/plain",
                        volume);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/splits/0/strata/terraform~11").asLong()).isEqualTo(1);
        assertThat(get(ENVIRONMENT).text()).contains("{\"name\":\"tf/test\",\"size\":1}");
        Reply judged =
                post(
                        "/v1/verify",
                        "application/json",
                        """
                        {"environment": "e2-config-remediation", "items": [
                          {"task": {"split": "tf/test", "index": 0}, "answer": {"violations": [{"id": "TF-AWS-EBS-ENCRYPTION", "severity": "high"}], "patch": "", "confidence": 0}}]}
                        """);
        assertThat(judged.at("/verdicts/0/success").asInt()).isZero();
        assertThat(judged.at("/verdicts/0/parts/detect/value").asDouble()).isEqualTo(1);
        assertThat(folder.toFile().list()).containsExactly("tf");
    }

    private boolean isThere(String engine) {
        return get(ENVIRONMENT).at("/engines").values().stream()
                .anyMatch(each ->
                        each.path("name").asString().equals(engine) && each.path("up").asBoolean());
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
