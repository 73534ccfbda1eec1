package dev.svgym.server.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call.
 *
 * @param keys what callers may send in {@code Authorization: Bearer}; none: everybody who reaches the port may call
 *     everything but {@code /v1/admin}
 * @param open listen beyond loopback without any key
 */
@Validated
@ConfigurationProperties("svgym.access")
record AccessSettings(
        @DefaultValue List<@Valid @NotNull Key> keys, @DefaultValue("false") boolean open) {

    AccessSettings {
        keys = List.copyOf(keys);
    }

    /**
     * One key, known by its hash: the key itself is in no configuration.
     *
     * @param name of its holder, for the log
     * @param sha256 of the key's UTF-8 bytes in lower case hexadecimal; keys are random, so that no salt is needed
     */
    record Key(
            @NotBlank String name,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @NotNull Scope scope) {}
}
