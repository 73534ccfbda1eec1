package dev.svgym.configremediation;

import dev.svgym.configremediation.scanner.OpaSettings;
import java.time.Duration;
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
    ConfigRemediation configRemediation(Policies policies) {
        return new ConfigRemediation(policies.kinds(), policies.catalogue(), policies.engines());
    }

    /**
     * Bounds on the embedded OPA.
     *
     * @param opaThreads scans at a time; 0: one for each processor
     * @param opaQueue scans that may wait
     * @param opaDeadline of one evaluation
     * @param opaMaxMemoryPages of 64 KiB, for one instance
     */
    @ConfigurationProperties("svgym.config-remediation")
    record Settings(
            @DefaultValue("0") int opaThreads,
            @DefaultValue("1024") int opaQueue,
            @DefaultValue("2s") Duration opaDeadline,
            @DefaultValue("2048") int opaMaxMemoryPages) {}
}
