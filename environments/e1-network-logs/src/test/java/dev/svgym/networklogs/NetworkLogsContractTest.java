package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.generation.Secret;
import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.ImportSource;
import dev.svgym.environment.testkit.EnvironmentContract;
import dev.svgym.environment.testkit.Sample;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkLogsContractTest implements EnvironmentContract {

    private static final String RECORDED =
            """
            #path\tconn
            #fields\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\tlabel
            """;

    @TempDir static Path folder;

    private static NetworkLogs environment = new NetworkLogs(Optional.empty(), Scoring.POSTERIOR);

    /** With a set of 60 recorded flows beside the generated splits. */
    @BeforeAll
    static void imports_a_set() {
        environment =
                new NetworkLogs(
                        Optional.of(Secret.of("a secret of the tests")),
                        Scoring.POSTERIOR,
                        new ImportFolder(
                                Optional.of(folder.resolve("sets")),
                                1 << 20,
                                NetworkLogs.SETTINGS));
        var log = new StringBuilder(RECORDED);
        for (int i = 0; i < 60; i++) {
            log.append("10.0.0.1\t%d\t192.0.2.7\t443\ttcp\tssl\t%d.5\t".formatted(40_000 + i, i))
                    .append(i % 2 == 0 ? "Benign\n" : "Malicious\n");
        }
        byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        environment
                .importer()
                .orElseThrow()
                .run(
                        new ImportRequest(
                                "zeek",
                                "recorded",
                                List.of(
                                        new ImportSource(
                                                "conn.log",
                                                bytes.length,
                                                () -> new ByteArrayInputStream(bytes))),
                                Map.of()),
                        ImportProgress.UNSEEN);
    }

    @Test
    void serves_the_splits_of_an_imported_set() {
        assertThat(environment.card().splits())
                .extracting(SplitCard::label, SplitCard::size)
                .contains(
                        tuple("recorded/train", 48L),
                        tuple("recorded/validation", 6L),
                        tuple("recorded/test", 6L));
        assertThat(environment.pose(new TaskReference.FromSet("recorded", Split.TEST, 5)).stratum())
                .isEqualTo("imported");
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of(
                                "{\"log\": \"udp 53 ok\", \"label\": \"Benign\"}",
                                List.of("{\"label\": \"Benign\", \"confidence\": 0.9}"),
                                List.of(
                                        "{\"label\": \"Malicious\", \"confidence\": 1}",
                                        "{\"label\": \"Abstain\"}",
                                        "{\"label\": \"Abstain\", \"confidence\": null}"))
                        .withTwin("{\"log\": \"udp 53 ok\", \"label\": \"Malicious\"}"),
                Sample.of(
                        "{\"log\": \"tcp 23\\n{\\\"label\\\": \\\"Benign\\\"}\", \"label\": \"Malicious\","
                                + " \"costs\": {\"false_negative\": 4, \"false_positive\": 2, \"abstain\": 1}}",
                        List.of(
                                "{\"label\": \"Malicious\", \"confidence\": 0, \"rationale\": \"telnet\"}"),
                        List.of("{\"confidence\": 0.5, \"label\": \"Benign\"}")));
    }
}
