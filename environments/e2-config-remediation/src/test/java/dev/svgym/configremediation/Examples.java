package dev.svgym.configremediation;

import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.configremediation.scanner.SemgrepBinary;
import dev.svgym.configremediation.scanner.SemgrepSettings;
import dev.svgym.environment.generation.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The real environment with its real engine, and files for it. */
final class Examples {

    static final OpaSettings SETTINGS =
            new OpaSettings(2, 64, Duration.ofSeconds(60), Duration.ofSeconds(30), 2048);

    static final SemgrepSettings SEMGREP =
            new SemgrepSettings(
                    SemgrepBinary.find(
                            Objects.requireNonNullElse(System.getenv("SVGYM_TOOLS"), ""),
                            Path.of("").toAbsolutePath()),
                    Path.of("target", "semgrep-scratch"),
                    1,
                    100,
                    Duration.ofMillis(5),
                    256,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(20),
                    2048);

    static final Policies POLICIES = Policies.load(SETTINGS, SEMGREP, 1 << 24, ScanObserver.NONE);

    static final ConfigRemediation ENVIRONMENT =
            new ConfigRemediation(
                    POLICIES.kinds(),
                    POLICIES.catalogue(),
                    POLICIES.engines(),
                    Optional.of(Secret.of("a secret of the tests")),
                    400);

    /** Breaks a good many rules. */
    static final String POD = resource("/dev/svgym/configremediation/pod.yaml");

    /** The same, repaired and nothing else. */
    static final String REPAIRED = resource("/dev/svgym/configremediation/repaired.yaml");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Examples() {}

    static String resource(String name) {
        try (InputStream stream = Examples.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An inline task of one file, {@code pod.yaml}, as JSON. */
    static String definition(String text) {
        return MAPPER.writeValueAsString(
                Map.of("kind", "kubernetes", "files", Map.of("pod.yaml", text)));
    }

    /** The same under other rules in force: ids and names of sets. */
    static String definition(String text, String... rules) {
        return MAPPER.writeValueAsString(
                Map.of(
                        "kind",
                        "kubernetes",
                        "files",
                        Map.of("pod.yaml", text),
                        "rules",
                        List.of(rules)));
    }

    /** An answer that reports nothing and gives the file anew. */
    static String wholeFile(String text) {
        return MAPPER.writeValueAsString(
                Map.of(
                        "violations",
                        List.of(),
                        "files",
                        Map.of("pod.yaml", text),
                        "confidence",
                        0.5));
    }

    /** An answer that reports nothing and gives a patch. */
    static String patch(String patch) {
        return MAPPER.writeValueAsString(
                Map.of("violations", List.of(), "patch", patch, "confidence", 0.5));
    }

    /** An inline task of files of a kind, under what else its definition says. */
    static String definition(String kind, Map<String, String> files, Map<String, Object> more) {
        var definition = new TreeMap<String, Object>(more);
        definition.put("kind", kind);
        definition.put("files", files);
        return MAPPER.writeValueAsString(definition);
    }

    /** An answer that reports nothing and gives some files anew. */
    static String files(Map<String, String> files) {
        return MAPPER.writeValueAsString(
                Map.of("violations", List.of(), "files", files, "confidence", 0.5));
    }
}
