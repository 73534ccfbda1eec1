package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference.FromSet;
import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportReport;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.ImportSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** An environment with a folder for sets of rows as SV-Bench has them. */
record Recorded(ConfigRemediation environment) {

    /** Violates TF-AWS-EBS-ENCRYPTION and nothing else. */
    static final String VOLUME =
            """
            resource "aws_ebs_volume" "data" {
              availability_zone = "eu-central-1a"
              size              = %d
            }
            """;

    /** The same, repaired. */
    static final String ENCRYPTED =
            VOLUME.replace("  size  ", "  encrypted         = true\n  size  ");

    static Recorded in(Path folder) {
        return in(folder, Examples.POLICIES, Examples.POLICIES.catalogue());
    }

    static Recorded in(Path folder, Policies policies, Catalogue catalogue) {
        return new Recorded(
                new ConfigRemediation(
                        policies.kinds(),
                        catalogue,
                        policies.engines(),
                        Optional.empty(),
                        50,
                        new ImportFolder(
                                Optional.of(folder), 1 << 24, ConfigRemediation.SETTINGS)));
    }

    /** A row of SV-Bench. */
    static String row(String question, String language, String split, String... findings) {
        var meta = new TreeMap<String, Object>(Map.of("lang", language, "hash", "00"));
        if (!split.isEmpty()) {
            meta.put("split", split);
        }
        List<Map<String, String>> violations =
                List.of(findings).stream()
                        .map(rule ->
                                Map.of(
                                        "tool",
                                        "semgrep",
                                        "rule_id",
                                        rule,
                                        "severity",
                                        "INFO",
                                        "msg",
                                        "",
                                        "loc",
                                        ""))
                        .toList();
        var info = new TreeMap<String, Object>(Map.of("violations", violations));
        info.put("patch", JsonMapper.shared().nullNode());
        return JsonMapper.shared()
                        .writeValueAsString(
                                new TreeMap<>(
                                        Map.of("question", question, "info", info, "meta", meta)))
                + "\n";
    }

    ImportReport take(String text) {
        return take("set", text);
    }

    ImportReport take(String set, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return environment
                .importer()
                .orElseThrow()
                .run(
                        new ImportRequest(
                                "sv-bench",
                                set,
                                List.of(
                                        new ImportSource(
                                                "file",
                                                bytes.length,
                                                () -> new ByteArrayInputStream(bytes))),
                                Map.of()),
                        ImportProgress.UNSEEN);
    }

    RemediationTask task(Split split, long index) {
        return (RemediationTask) environment.pose(new FromSet("set", split, index));
    }

    List<String> rejected(String text) {
        return take(text).firstRejected().stream()
                .map(row -> row.line() + " " + row.reason())
                .toList();
    }
}
