package dev.svgym.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The keys that open this server. */
@Component
class ApiKeys {

    private final List<AccessSettings.Key> keys;

    ApiKeys(AccessSettings settings) {
        this.keys = settings.keys();
        if (keys.stream().map(AccessSettings.Key::sha256).distinct().count() < keys.size()) {
            throw new IllegalStateException(
                    "need distinct keys in svgym.access.keys, got one hash twice; make a key for each holder");
        }
    }

    boolean areConfigured() {
        return !keys.isEmpty();
    }

    boolean someAre(Scope scope) {
        return keys.stream().anyMatch(key -> key.scope() == scope);
    }

    /** The entry of a key. Every hash is compared to its end, so that time tells nothing about them. */
    Optional<AccessSettings.Key> find(String key) {
        byte[] sent = sha256(key);
        Optional<AccessSettings.Key> found = Optional.empty();
        for (AccessSettings.Key candidate : keys) {
            if (MessageDigest.isEqual(sent, HexFormat.of().parseHex(candidate.sha256()))) {
                found = Optional.of(candidate);
            }
        }
        return found;
    }

    /** What a caller is told who came without a key that fits. */
    String advice(Scope needed) {
        String scope = needed.name().toLowerCase(Locale.ROOT);
        return someAre(needed) || (areConfigured() && needed != Scope.ADMIN)
                ? "expected Authorization: Bearer with a key of scope %s".formatted(scope)
                : "expected a key of scope %s, but none is configured; add one to svgym.access.keys and restart"
                        .formatted(scope);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
