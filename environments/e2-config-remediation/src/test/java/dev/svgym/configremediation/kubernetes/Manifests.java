package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of this package read and ask. */
final class Manifests {

    static final KubernetesKind KUBERNETES = new KubernetesKind();

    private Manifests() {}

    /** The config in one file, which must be sound. */
    static Config read(String yaml) {
        return switch (KUBERNETES.parse(new TreeMap<>(Map.of("a.yaml", yaml)))) {
            case Parsed.Read(var config) -> config;
            case Parsed.Unreadable(var flaws) -> throw new AssertionError(flaws.toString());
        };
    }

    /** What is wrong with one file; empty where it is sound. */
    static List<String> flaws(String yaml) {
        return switch (KUBERNETES.parse(new TreeMap<>(Map.of("a.yaml", yaml)))) {
            case Parsed.Read _ -> List.of();
            case Parsed.Unreadable(var flaws) ->
                    flaws.stream().map(Parsed.Unreadable.Flaw::message).toList();
        };
    }

    /** A config map whose one value is the text, written as it stands. */
    static String configMap(String value) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  key: "
                + value
                + "\n";
    }

    /** A pod with one container, of which the text gives further fields at their depth. */
    static String pod(String containerFields) {
        return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: a
        spec:
          containers:
            - name: app
              image: app:1.0
        """
                + containerFields.indent(6);
    }

    /** JSON with single quotes for double ones. */
    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    static String resource(String name) {
        try (InputStream in = Manifests.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
