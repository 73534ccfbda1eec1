package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.CatalogueReader;
import dev.svgym.configremediation.kubernetes.KubernetesKind;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.scanner.AbsentScanner;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.OpaScanner;
import dev.svgym.configremediation.scanner.OpaServer;
import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.RemoteOpaScanner;
import dev.svgym.configremediation.scanner.RemoteOpaSettings;
import dev.svgym.configremediation.scanner.Scanner;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.terraform.TerraformKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The rules that are packed with this environment: the kinds of config that they read, what they are, and the engines
 * that hold them.
 */
public record Policies(List<ConfigKind> kinds, Catalogue catalogue, Engines engines)
        implements AutoCloseable {

    private static final String FOLDER = "/dev/svgym/policies/";
    private static final String PROBE_EXAMPLE = "rego/kubernetes/privileged/failing.yaml";
    private static final String PROBE_RULE = "K8S-PRIVILEGED";

    /** Loads them from the class path, judged in this process; anything missing or unknown stops the start. */
    public static Policies load(OpaSettings settings) {
        return load((probe, _) -> new OpaScanner(resource("policy.wasm"), probe, settings));
    }

    /** Loads them from the class path, judged by an OPA server that holds their bundle, whose revision is their digest. */
    public static Policies load(OpaServer server, RemoteOpaSettings settings) {
        return load((probe, digest) -> new RemoteOpaScanner(server, digest, probe, settings));
    }

    /** With the OPA that is made of a probe and of the digest of the rules. */
    private static Policies load(BiFunction<OpaScanner.Probe, String, Scanner> opa) {
        String digest = new String(resource("sources.sha256"), StandardCharsets.UTF_8).strip();
        try {
            var kubernetes = new KubernetesKind();
            Catalogue catalogue =
                    CatalogueReader.read(
                            new ByteArrayInputStream(resource("catalogue.json")), digest);
            return new Policies(
                    List.of(kubernetes, new TerraformKind()),
                    catalogue,
                    new Engines(
                            List.of(
                                    opa.apply(probe(kubernetes), digest),
                                    new AbsentScanner(
                                            "semgrep", "1.182.0", "it is not installed"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpaScanner.Probe probe(ConfigKind kind) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("probe.yaml", new String(resource(PROBE_EXAMPLE), StandardCharsets.UTF_8));
        if (!(kind.parse(files) instanceof Parsed.Read(var config))) {
            throw new IllegalStateException("the example %s is not sound".formatted(PROBE_EXAMPLE));
        }
        return new OpaScanner.Probe(new Subject(kind, files, config), PROBE_RULE);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = Policies.class.getResourceAsStream(FOLDER + name)) {
            if (resource == null) {
                throw new IllegalStateException(
                        "the policies on the class path lack %s; build the module policies"
                                .formatted(name));
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engines.close();
    }
}
