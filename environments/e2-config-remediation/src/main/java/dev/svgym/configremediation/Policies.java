package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.CatalogueReader;
import dev.svgym.configremediation.dockerfile.DockerfileKind;
import dev.svgym.configremediation.kubernetes.KubernetesKind;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.scanner.AbsentScanner;
import dev.svgym.configremediation.scanner.CachedScanner;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.OpaScanner;
import dev.svgym.configremediation.scanner.OpaServer;
import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.Probe;
import dev.svgym.configremediation.scanner.RemoteOpaScanner;
import dev.svgym.configremediation.scanner.RemoteOpaSettings;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.configremediation.scanner.Scanner;
import dev.svgym.configremediation.scanner.SemgrepScanner;
import dev.svgym.configremediation.scanner.SemgrepSettings;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.terraform.TerraformKind;
import dev.svgym.environment.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /**
     * Loads them from the class path with an OPA inside this process; anything missing or unknown stops the start, save
     * that the binary of Semgrep need not be there.
     *
     * @param cacheBytes of results that each engine keeps
     */
    public static Policies load(
            OpaSettings opa, SemgrepSettings semgrep, long cacheBytes, ScanObserver observer) {
        return load(
                (probe, _) -> new OpaScanner(resource("policy.wasm"), probe, opa, observer),
                semgrep,
                cacheBytes,
                observer);
    }

    /** The same with an OPA server that holds the bundle of the rules, whose revision is their digest. */
    public static Policies load(
            OpaServer server,
            RemoteOpaSettings opa,
            SemgrepSettings semgrep,
            long cacheBytes,
            ScanObserver observer) {
        return load(
                (probe, digest) -> new RemoteOpaScanner(server, digest, probe, opa),
                semgrep,
                cacheBytes,
                observer);
    }

    /** With the OPA that is made of a probe and of the digest of the rules. */
    private static Policies load(
            BiFunction<Probe, String, Scanner> opa,
            SemgrepSettings semgrep,
            long cacheBytes,
            ScanObserver observer) {
        String digest = new String(resource("sources.sha256"), StandardCharsets.UTF_8).strip();
        try {
            var kubernetes = new KubernetesKind();
            Catalogue catalogue =
                    CatalogueReader.read(
                            new ByteArrayInputStream(resource("catalogue.json")), digest);
            List<Scanner> scanners =
                    List.of(
                            cached(
                                    opa.apply(opaProbe(kubernetes), digest),
                                    catalogue,
                                    OpaScanner.VERSION,
                                    cacheBytes,
                                    observer),
                            cached(
                                    semgrep(kubernetes, semgrep, observer),
                                    catalogue,
                                    SemgrepScanner.VERSION,
                                    cacheBytes,
                                    observer));
            return new Policies(
                    List.of(kubernetes, new TerraformKind(), new DockerfileKind()),
                    catalogue,
                    new Engines(scanners));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Probe opaProbe(ConfigKind kind) {
        return probe(kind, "rego/kubernetes/privileged", "K8S-PRIVILEGED");
    }

    private static Scanner semgrep(
            ConfigKind kind, SemgrepSettings settings, ScanObserver observer) {
        if (!Files.isExecutable(settings.core())) {
            return new AbsentScanner(
                    "semgrep",
                    SemgrepScanner.VERSION,
                    "%s is not a program; build the project where python3 with pip is, or set svgym.config-remediation.semgrep-core"
                            .formatted(settings.core()));
        }
        return new SemgrepScanner(
                resource("semgrep.json"),
                probe(kind, "semgrep/kubernetes/password_env", "K8S-PASSWORD-ENV"),
                settings,
                observer);
    }

    private static Scanner cached(
            Scanner scanner,
            Catalogue catalogue,
            String version,
            long cacheBytes,
            ScanObserver observer) {
        return new CachedScanner(
                scanner,
                Digest.of(catalogue.digest(), scanner.name(), version),
                cacheBytes,
                observer);
    }

    private static Probe probe(ConfigKind kind, String folder, String rule) {
        String example = folder + "/failing.yaml";
        SortedMap<String, String> files = new TreeMap<>();
        files.put("probe.yaml", new String(resource(example), StandardCharsets.UTF_8));
        if (!(kind.parse(files) instanceof Parsed.Read(var config))) {
            throw new IllegalStateException("the example %s is not sound".formatted(example));
        }
        return new Probe(new Subject(kind, files, config), rule);
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
