package dev.svgym.server.environments;

import dev.svgym.environment.EnvironmentCard;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The index of the task that a seed stands for, where a protocol sends seeds: the first 8 bytes of SHA-256 of {@code
 * svgym-seed:<seed in decimal>}, as an unsigned big-endian number, modulo the size of the split. Published, so that a
 * trainer can compute it and no two servers differ.
 */
public final class SeededIndex {

    /** What stands for the size of a split without an end. */
    public static final long ENDLESS = 1L << 31;

    private static final int BYTES = 8;

    private SeededIndex() {}

    /** In {@code [0, size)}, or in {@code [0, 2^31)} where the split has no end. */
    public static long of(BigInteger seed, EnvironmentCard.SplitCard split) {
        long size = split.size() == Long.MAX_VALUE ? ENDLESS : split.size();
        byte[] hash = sha256("svgym-seed:" + seed);
        return new BigInteger(1, hash, 0, BYTES).mod(BigInteger.valueOf(size)).longValueExact();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
