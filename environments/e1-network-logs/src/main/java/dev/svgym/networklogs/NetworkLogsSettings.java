package dev.svgym.networklogs;

import dev.svgym.environment.generation.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of E1.
 *
 * @param secret keys the private split and the ids of inline tasks, at least 16 characters; where there is none, there
 *     is no private split, and ids of inline tasks differ between starts and replicas
 * @param scoring of generated tasks
 */
@ConfigurationProperties("svgym.network-logs")
record NetworkLogsSettings(@Nullable String secret, @DefaultValue("posterior") Scoring scoring) {

    /** The secret, if one is set. */
    Optional<Secret> key() {
        return Optional.ofNullable(secret).filter(text -> !text.isBlank()).map(Secret::of);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NetworkLogsSettings[scoring=%s]".formatted(scoring);
    }
}
