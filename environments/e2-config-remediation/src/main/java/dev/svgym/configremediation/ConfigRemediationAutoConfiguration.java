package dev.svgym.configremediation;

import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.environment.generation.Secret;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    Policies policies(Settings settings) {
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

    /**
     * Settings of E2.
     *
     * @param secret keys the private split, at least 16 characters; where there is none, there is no private split
     * @param keptTasks generated tasks that are kept after posing
     * @param opaThreads scans at a time; 0: one for each processor
     * @param opaQueue scans that may wait
     * @param opaDeadline of one evaluation
     * @param opaMaxMemoryPages of 64 KiB, for one instance
     */
    @ConfigurationProperties("svgym.config-remediation")
    record Settings(
            @Nullable String secret,
            @DefaultValue("512") int keptTasks,
            @DefaultValue("0") int opaThreads,
            @DefaultValue("1024") int opaQueue,
            @DefaultValue("2s") Duration opaDeadline,
            @DefaultValue("2048") int opaMaxMemoryPages) {

        /** The secret, if one is set. */
        Optional<Secret> key() {
            return Optional.ofNullable(secret).filter(text -> !text.isBlank()).map(Secret::of);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Settings[keptTasks=%d, opaThreads=%d, opaQueue=%d, opaDeadline=%s, opaMaxMemoryPages=%d]"
                    .formatted(keptTasks, opaThreads, opaQueue, opaDeadline, opaMaxMemoryPages);
        }
    }
}
