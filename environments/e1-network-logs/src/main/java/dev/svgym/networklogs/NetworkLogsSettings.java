package dev.svgym.networklogs;

import dev.svgym.environment.generation.Secret;
import dev.svgym.environment.imports.ImportFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of E1.
 *
 * @param secret keys the private split and the ids of inline tasks, at least 16 characters; where there is none, there
 *     is no private split, and ids of inline tasks differ between starts and replicas
 * @param scoring of generated tasks
 * @param imports folder of imported sets; where there is none, there are none
 * @param importLimit most bytes of a file to import, unpacked
 */
@ConfigurationProperties(NetworkLogs.SETTINGS)
record NetworkLogsSettings(
        @Nullable String secret,
        @DefaultValue("posterior") Scoring scoring,
        @Nullable Path imports,
        @DefaultValue("16GB") DataSize importLimit) {

    /** The secret, if one is set. */
    Optional<Secret> key() {
        return Optional.ofNullable(secret).filter(text -> !text.isBlank()).map(Secret::of);
    }

    /** Where imported sets are. */
    ImportFolder folder() {
        return new ImportFolder(
                Optional.ofNullable(imports).filter(path -> !path.toString().isBlank()),
                importLimit.toBytes(),
                NetworkLogs.SETTINGS);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NetworkLogsSettings[scoring=%s, imports=%s, importLimit=%s]"
                .formatted(scoring, imports, importLimit);
    }
}
