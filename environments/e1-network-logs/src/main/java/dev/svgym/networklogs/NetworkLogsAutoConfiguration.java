package dev.svgym.networklogs;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Publishes E1 to a Spring application. */
@AutoConfiguration
@EnableConfigurationProperties(NetworkLogsSettings.class)
class NetworkLogsAutoConfiguration {

    @Bean
    NetworkLogs networkLogs(NetworkLogsSettings settings) {
        return new NetworkLogs(settings.key(), settings.scoring(), settings.folder());
    }
}
