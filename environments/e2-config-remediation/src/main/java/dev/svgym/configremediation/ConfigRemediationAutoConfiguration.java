package dev.svgym.configremediation;

import dev.svgym.configremediation.scanner.OpaServer;
import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.RemoteOpaSettings;
import dev.svgym.configremediation.scanner.ScanMeters;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.configremediation.scanner.SemgrepBinary;
import dev.svgym.configremediation.scanner.SemgrepSettings;
import dev.svgym.environment.generation.Secret;
import dev.svgym.environment.imports.ImportFolder;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Publishes E2 as a bean with the rules that are packed with it. */
@AutoConfiguration
@EnableConfigurationProperties(ConfigRemediationAutoConfiguration.Settings.class)
public class ConfigRemediationAutoConfiguration {

    @Bean(destroyMethod = "close")
    Policies policies(
            Settings settings,
            ObjectProvider<OpaServer> remote,
            ObjectProvider<MeterRegistry> registries,
            Environment process) {
        MeterRegistry registry = registries.getIfAvailable();
        ScanObserver observer = registry == null ? ScanObserver.NONE : new ScanMeters(registry);
        SemgrepSettings semgrep = settings.semgrep(process);
        long cache = settings.scanCache().toBytes();
        return switch (settings.opaMode()) {
            case EMBEDDED -> Policies.load(settings.opa(), semgrep, cache, observer);
            case REMOTE ->
                    Policies.load(
                            remote.getObject(), settings.remoteOpa(), semgrep, cache, observer);
        };
    }

    @Bean
    ConfigRemediation configRemediation(Policies policies, Settings settings) {
        return new ConfigRemediation(
                policies.kinds(),
                policies.catalogue(),
                policies.engines(),
                settings.key(),
                settings.keptTasks(),
                settings.folder());
    }

    /** Where OPA evaluates the rules. */
    enum OpaMode {
        /** In this process, compiled to WebAssembly. */
        EMBEDDED,
        /** In an OPA server that holds their bundle. */
        REMOTE
    }

    /**
     * Settings of E2.
     *
     * @param secret keys the private split, at least 16 characters; where there is none, there is no private split
     * @param keptTasks generated tasks that are kept after posing
     * @param imports folder of imported sets; where there is none, there are none
     * @param importLimit most bytes of a file to import, unpacked
     * @param opaMode where OPA evaluates the rules
     * @param opaThreads scans at a time of the embedded OPA; 0: one for each processor
     * @param opaQueue scans that may wait
     * @param opaPatience how long one may wait
     * @param opaDeadline of one evaluation
     * @param opaMaxMemoryPages of 64 KiB, for one instance of the embedded OPA
     * @param opaUrl of the remote OPA
     * @param opaConnections scans at a time of the remote OPA
     * @param opaAttempts of one evaluation where the connection to the remote OPA fails
     * @param opaBackoff before the second attempt; doubled before each further one
     * @param semgrepCore the native {@code semgrep-core}; empty: where the build puts it
     * @param semgrepScratch folder for batches; empty: one in the temporary folder
     * @param semgrepWorkers batches at a time; 0: one for each processor
     * @param semgrepMostTargets files of one batch
     * @param semgrepWindow how long a batch that is not full waits for more
     * @param semgrepQueue scans that may wait
     * @param semgrepPatience how long one may wait
     * @param semgrepDeadline of one batch
     * @param semgrepRuleDeadline of one rule on one file
     * @param semgrepMaxMemory of address space of one batch
     * @param scanCache results that each engine keeps
     */
    @ConfigurationProperties(ConfigRemediation.SETTINGS)
    record Settings(
            @Nullable String secret,
            @DefaultValue("512") int keptTasks,
            @Nullable Path imports,
            @DefaultValue("16GB") DataSize importLimit,
            @DefaultValue("embedded") OpaMode opaMode,
            @DefaultValue("0") int opaThreads,
            @DefaultValue("1024") int opaQueue,
            @DefaultValue("10s") Duration opaPatience,
            @DefaultValue("2s") Duration opaDeadline,
            @DefaultValue("2048") int opaMaxMemoryPages,
            @DefaultValue("http://127.0.0.1:8181") URI opaUrl,
            @DefaultValue("32") int opaConnections,
            @DefaultValue("3") int opaAttempts,
            @DefaultValue("100ms") Duration opaBackoff,
            @DefaultValue("") String semgrepCore,
            @DefaultValue("") String semgrepScratch,
            @DefaultValue("0") int semgrepWorkers,
            @DefaultValue("200") int semgrepMostTargets,
            @DefaultValue("5ms") Duration semgrepWindow,
            @DefaultValue("1024") int semgrepQueue,
            @DefaultValue("10s") Duration semgrepPatience,
            @DefaultValue("10s") Duration semgrepDeadline,
            @DefaultValue("2s") Duration semgrepRuleDeadline,
            @DefaultValue("2GB") DataSize semgrepMaxMemory,
            @DefaultValue("64MB") DataSize scanCache) {

        /** The secret, if one is set. */
        Optional<Secret> key() {
            return Optional.ofNullable(secret).filter(text -> !text.isBlank()).map(Secret::of);
        }

        /** Where imported sets are. */
        ImportFolder folder() {
            return new ImportFolder(
                    Optional.ofNullable(imports).filter(path -> !path.toString().isBlank()),
                    importLimit.toBytes(),
                    ConfigRemediation.SETTINGS);
        }

        private OpaSettings opa() {
            return new OpaSettings(
                    orProcessors(opaThreads),
                    opaQueue,
                    opaPatience,
                    opaDeadline,
                    opaMaxMemoryPages);
        }

        private RemoteOpaSettings remoteOpa() {
            return new RemoteOpaSettings(
                    opaConnections, opaQueue, opaDeadline, opaAttempts, opaBackoff);
        }

        private SemgrepSettings semgrep(Environment process) {
            String temporary = process.getProperty("java.io.tmpdir", "/tmp");
            return new SemgrepSettings(
                    semgrepCore.isEmpty()
                            ? SemgrepBinary.find(
                                    process.getProperty("SVGYM_TOOLS", ""),
                                    Path.of("").toAbsolutePath())
                            : Path.of(semgrepCore),
                    semgrepScratch.isEmpty()
                            ? Path.of(temporary, "svgym-semgrep-" + ProcessHandle.current().pid())
                            : Path.of(semgrepScratch),
                    orProcessors(semgrepWorkers),
                    semgrepMostTargets,
                    semgrepWindow,
                    semgrepQueue,
                    semgrepPatience,
                    semgrepDeadline,
                    semgrepRuleDeadline,
                    Math.toIntExact(semgrepMaxMemory.toMegabytes()));
        }

        /** Without the secret, and without the URL, which may hold another. */
        @Override
        public String toString() {
            return "Settings[keptTasks=%s, opaMode=%s, %s, %s, semgrepCore=%s, scanCache=%s]"
                    .formatted(keptTasks, opaMode, opa(), remoteOpa(), semgrepCore, scanCache);
        }

        private static int orProcessors(int number) {
            return number > 0 ? number : Runtime.getRuntime().availableProcessors();
        }
    }
}
