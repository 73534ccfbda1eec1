package dev.svgym.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.imports.ImportSource;
import dev.svgym.server.SvGymServer;
import dev.svgym.server.commands.Commands;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = SvGymServer.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ImportCommandTest {

    @TempDir static Path folder;

    @Autowired Commands commands;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("svgym.network-logs.imports", () -> folder.resolve("sets").toString());
    }

    @Test
    void imports_files_as_one_set_and_reports_on_attempts_at_it() throws Exception {
        Path first = folder.resolve("first.log");
        Path second = folder.resolve("second.log");
        Files.writeString(first, "#fields\tid.resp_p\tproto\n80\ttcp\n81\ttcp\n");
        Files.writeString(second, "#fields\tid.resp_p\tproto\n82\ttcp\nx\ttcp\n");

        int code =
                run(
                        "import",
                        "--environment=e1-network-logs",
                        "--format=zeek",
                        "--set=two",
                        "--label=Benign",
                        "--licence=ours",
                        first.toString(),
                        second.toString());

        assertThat(code).isZero();
        JsonNode report = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(report.path("licence").asString()).isEqualTo("ours");
        assertThat(report.path("sources").size()).isEqualTo(2);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("second.log, line 3: id.resp_p: expected a port, got x")
                .doesNotContain("\r");

        Path attempts = folder.resolve("attempts.jsonl");
        Files.writeString(
                attempts,
                "{\"task\": {\"split\": \"two/train\", \"index\": 0}, \"answer\": {\"label\": \"Benign\", \"confidence\": 1}}\n");
        Path reports = folder.resolve("reports");
        assertThat(
                        run(
                                "report",
                                "--environment=e1-network-logs",
                                "--out=" + reports,
                                attempts.toString()))
                .isZero();
        assertThat(reports.toFile().list())
                .containsExactlyInAnyOrder(
                        "report.json",
                        "summary.json",
                        "reliability.svg",
                        "reliability.png",
                        "risk-coverage.svg",
                        "risk-coverage.png");
        assertThat(Files.readString(reports.resolve("summary.json")))
                .contains("\"accuracy\" : 1.0");
    }

    @Test
    void says_what_is_wrong_with_a_command_line_or_a_file() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(run("import", "--environment=e1-network-logs", "--format=zeek", "--set=a"))
                .isEqualTo(2);
        assertThat(
                        run(
                                "import",
                                "--environment=e1-network-logs",
                                "--format=zeek",
                                "--set=a",
                                empty.toString()))
                .isEqualTo(1);
        assertThat(run("report", "--environment=e1-network-logs", "--out=x", "gone")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "expected at least one file", "empty, expected records, got an empty file")
                .contains("expected a file that can be read, got gone");
        assertThat(folder.resolve("sets/a")).doesNotExist();
    }

    @Test
    void shows_rows_and_speed_at_a_terminal_and_nothing_elsewhere() {
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        var sources = List.of(new ImportSource("f", 4_000_000, InputStream::nullInputStream));

        try (var quiet = ProgressLine.on(stream, sources, false)) {
            quiet.at(1, 1, 1);
        }
        assertThat(err.size()).isZero();
        try (var line = ProgressLine.on(stream, sources, true)) {
            line.at(4_000_000, 1_234, 5);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("4/4 MB", "1234 rows", "rows/s", "5 rejected");
    }

    private int run(String... arguments) {
        return commands.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
