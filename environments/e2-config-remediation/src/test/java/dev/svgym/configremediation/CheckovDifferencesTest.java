package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another scanner's word on the examples: {@code policies/checkov-differences.md} explains where it differs from ours. */
@Tag("nightly")
class CheckovDifferencesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Path POLICIES = Path.of("..", "..", "policies");
    private static final String ALIAS = "checkov/";
    private static final Pattern ROW =
            Pattern.compile(
                    "\\| `([A-Z0-9-]+)` \\| `([A-Z0-9_]+)` \\| ([a-z ]+) \\| ([a-z ]+) \\| .+ \\|");

    @Test
    void every_difference_is_explained_and_no_explanation_is_left_over(@TempDir Path folder)
            throws IOException, InterruptedException {
        JsonNode rules =
                MAPPER.readTree(
                                Files.readString(
                                        POLICIES.resolve("compiled").resolve("catalogue.json")))
                        .required("rules");
        for (JsonNode rule : rules) {
            for (String example : new String[] {"failing", "passing"}) {
                copy(rule, example, Files.createDirectory(folder.resolve(name(rule, example))));
            }
        }

        Map<String, Set<String>> found = found(folder);

        assertThat(found).as("checkov found nothing at all").isNotEmpty();
        assertThat(differences(rules, found)).isEqualTo(explained());
    }

    private static String name(JsonNode rule, String example) {
        return "%s.%s".formatted(rule.required("id").stringValue(), example);
    }

    /** Each lies in a folder of its own, as files of Terraform in one would be read together. */
    private static void copy(JsonNode rule, String example, Path to) throws IOException {
        boolean isText = rule.required("engine").stringValue().equals("semgrep");
        Path from =
                POLICIES.resolve(isText ? "semgrep" : "rego")
                        .resolve(rule.required("folder").stringValue());
        switch (rule.required("kind").stringValue()) {
            case "kubernetes" ->
                    Files.copy(from.resolve(example + ".yaml"), to.resolve("example.yaml"));
            case "terraform" -> Files.copy(from.resolve(example + ".tf"), to.resolve("main.tf"));
            default -> Files.copy(from.resolve(example + ".dockerfile"), to.resolve("Dockerfile"));
        }
    }

    private static SortedSet<String> differences(JsonNode rules, Map<String, Set<String>> found) {
        SortedSet<String> differences = new TreeSet<>();
        for (JsonNode rule : rules) {
            for (JsonNode alias : rule.required("aliases")) {
                if (!alias.stringValue().startsWith(ALIAS)) {
                    continue;
                }
                String check = alias.stringValue().substring(ALIAS.length());
                boolean inFailing =
                        found.getOrDefault(name(rule, "failing"), Set.of()).contains(check);
                boolean inPassing =
                        found.getOrDefault(name(rule, "passing"), Set.of()).contains(check);
                if (!inFailing || inPassing) {
                    differences.add(
                            "%s %s: %s, %s"
                                    .formatted(
                                            rule.required("id").stringValue(),
                                            check,
                                            inFailing ? "found" : "not found",
                                            inPassing ? "found" : "not found"));
                }
            }
        }
        return differences;
    }

    private static SortedSet<String> explained() throws IOException {
        SortedSet<String> rows = new TreeSet<>();
        for (String line : Files.readAllLines(POLICIES.resolve("checkov-differences.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(
                        "%s %s: %s, %s"
                                .formatted(row.group(1), row.group(2), row.group(3), row.group(4)));
            }
        }
        return rows;
    }

    /** Checks that failed, by the name of the folder. */
    private static Map<String, Set<String>> found(Path folder)
            throws IOException, InterruptedException {
        Path report = folder.resolve("report.json");
        Process checkov =
                new ProcessBuilder(
                                Path.of("src", "nightly", "checkov").toAbsolutePath().toString(),
                                folder.toString())
                        .redirectOutput(report.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(checkov.waitFor()).as("checkov failed").isZero();
        Map<String, Set<String>> found = new HashMap<>();
        for (JsonNode framework : MAPPER.readTree(Files.readString(report))) {
            for (JsonNode check : framework.at("/results/failed_checks")) {
                String path = check.required("file_path").stringValue();
                found.computeIfAbsent(
                                path.substring(1, path.lastIndexOf('/')), _ -> new HashSet<>())
                        .add(check.required("check_id").stringValue());
            }
        }
        return found;
    }
}
