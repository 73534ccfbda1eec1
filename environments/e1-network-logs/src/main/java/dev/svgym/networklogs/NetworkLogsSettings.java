package dev.svgym.networklogs;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of E1.
 *
 * @param secret keys the ids of inline tasks, at least 16 characters; where there is none, a new one is made at each
 *     start, and ids of inline tasks differ between starts and replicas
 */
@ConfigurationProperties("svgym.network-logs")
record NetworkLogsSettings(@Nullable String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NetworkLogsSettings";
    }
}
