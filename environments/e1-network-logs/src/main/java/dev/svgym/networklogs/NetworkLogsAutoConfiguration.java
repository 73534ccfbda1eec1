package dev.svgym.networklogs;

import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Publishes E1 to a Spring application. */
@AutoConfiguration
@EnableConfigurationProperties(NetworkLogsSettings.class)
class NetworkLogsAutoConfiguration {

    @Bean
    NetworkLogs networkLogs(NetworkLogsSettings settings) {
        String secret = settings.secret();
        return new NetworkLogs(
                secret == null || secret.isBlank()
                        ? Secret.random(new SecureRandom())
                        : Secret.of(secret));
    }
}
