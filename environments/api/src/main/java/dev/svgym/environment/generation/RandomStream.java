package dev.svgym.environment.generation;

import java.util.List;

/**
 * SplitMix64: a stream of 64-bit numbers, the same for ever and everywhere for the same two seeds. Not safe for use by
 * several threads.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number
 *     generators</a>
 */
public final class RandomStream {

    private static final double UNIT = 0x1.0p-53;

    private long state;
    private final long gamma;

    /**
     * @param seed where on its sequence the stream starts
     * @param sequence which of 2^63 sequences it follows
     */
    public RandomStream(long seed, long sequence) {
        this.state = mix(seed);
        this.gamma = mix(sequence) | 1;
    }

    /** A bijection on 64 bits without fixed pattern (variant 13 of Stafford's mixers). */
    public static long mix(long word) {
        long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The next 64 bits. */
    public long next() {
        state += gamma;
        return mix(state);
    }

    /** In [0, 1), in steps of 2^-53. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** In {@code from..to - 1}; the bias of less than {@code (to - from) / 2^64} is part of the definition. */
    public long between(long from, long to) {
        return from + Math.unsignedMultiplyHigh(next(), to - from);
    }

    /** In {@code 0..bound - 1}. */
    public int below(int bound) {
        return (int) between(0, bound);
    }

    /** True in so many of a hundred draws. */
    public boolean percent(int share) {
        return below(100) < share;
    }

    /** One of the values, each as likely. */
    public <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }
}
