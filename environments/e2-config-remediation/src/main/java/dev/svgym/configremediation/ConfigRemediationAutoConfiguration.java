package dev.svgym.configremediation;

import dev.svgym.configremediation.scanner.OpaServer;
import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.RemoteOpaSettings;
import dev.svgym.environment.generation.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;

/** Publishes E2 as a bean with the rules that are packed with it. */
@AutoConfiguration
@EnableConfigurationProperties(ConfigRemediationAutoConfiguration.Settings.class)
public class ConfigRemediationAutoConfiguration {

    @Bean(destroyMethod = "close")
    Policies policies(Settings settings, ObjectProvider<OpaServer> remote) {
        return switch (settings.opaMode()) {
            case EMBEDDED -> embedded(settings);
            case REMOTE ->
                    Policies.load(
                            remote.getObject(),
                            new RemoteOpaSettings(
                                    settings.opaConnections(),
                                    settings.opaQueue(),
                                    settings.opaDeadline(),
                                    settings.opaAttempts(),
                                    settings.opaBackoff()));
        };
    }

    private static Policies embedded(Settings settings) {
        return Policies.load(
                new OpaSettings(
                        settings.opaThreads() > 0
                                ? settings.opaThreads()
                                : Runtime.getRuntime().availableProcessors(),
                        settings.opaQueue(),
                        settings.opaDeadline(),
                        settings.opaMaxMemoryPages()));
    }

    @Bean
    ConfigRemediation configRemediation(Policies policies, Settings settings) {
        return new ConfigRemediation(
                policies.kinds(),
                policies.catalogue(),
                policies.engines(),
                settings.key(),
                settings.keptTasks());
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
     * @param opaMode where OPA evaluates the rules
     * @param opaThreads scans at a time of the embedded OPA; 0: one for each processor
     * @param opaQueue scans that may wait
     * @param opaDeadline of one evaluation
     * @param opaMaxMemoryPages of 64 KiB, for one instance of the embedded OPA
     * @param opaUrl of the remote OPA
     * @param opaConnections scans at a time of the remote OPA
     * @param opaAttempts of one evaluation where the connection to the remote OPA fails
     * @param opaBackoff before the second attempt; doubled before each further one
     */
    @ConfigurationProperties("svgym.config-remediation")
    record Settings(
            @Nullable String secret,
            @DefaultValue("512") int keptTasks,
            @DefaultValue("embedded") OpaMode opaMode,
            @DefaultValue("0") int opaThreads,
            @DefaultValue("1024") int opaQueue,
            @DefaultValue("2s") Duration opaDeadline,
            @DefaultValue("2048") int opaMaxMemoryPages,
            @DefaultValue("http://127.0.0.1:8181") URI opaUrl,
            @DefaultValue("32") int opaConnections,
            @DefaultValue("3") int opaAttempts,
            @DefaultValue("100ms") Duration opaBackoff) {

        /** The secret, if one is set. */
        Optional<Secret> key() {
            return Optional.ofNullable(secret).filter(text -> !text.isBlank()).map(Secret::of);
        }

        /** Without the secret, and without the URL, which may hold another. */
        @Override
        public String toString() {
            return "Settings[keptTasks=%d, opaMode=%s, opaThreads=%d, opaQueue=%d, opaDeadline=%s, opaMaxMemoryPages=%d, opaConnections=%d, opaAttempts=%d, opaBackoff=%s]"
                    .formatted(
                            keptTasks,
                            opaMode,
                            opaThreads,
                            opaQueue,
                            opaDeadline,
                            opaMaxMemoryPages,
                            opaConnections,
                            opaAttempts,
                            opaBackoff);
        }
    }
}
