package dev.svgym.environment.generation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that only the server knows. Safe for use by many threads; prints as nothing. */
public final class Secret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_CHARACTERS = 16;

    private final SecretKeySpec key;

    private Secret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The key that an operator configured; the same in every replica. */
    public static Secret of(String text) {
        if (text.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "need a secret of at least %d characters, got %d; make one with `openssl rand -hex 32`"
                            .formatted(LEAST_CHARACTERS, text.length()));
        }
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A new key, gone with the process. */
    public static Secret random(SecureRandom source) {
        byte[] key = new byte[32];
        source.nextBytes(key);
        return new Secret(key);
    }

    /** The HMAC-SHA-256 of the parts; where one ends and the next begins is part of what is keyed. */
    public byte[] hmac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
