package dev.svgym.networklogs.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Attempts by falling confidence, those without a label last, with how often each is counted: once, or as often as its
 * task was drawn.
 *
 * @param weights at least 0, one an attempt
 */
@SuppressWarnings("ArrayRecordComponent") // Made anew for each resample, never compared.
record Ranked(List<Attempt> attempts, int[] weights) {

    /** Each counted once. */
    static Ranked of(List<Attempt> attempts) {
        List<Attempt> sorted =
                attempts.stream()
                        .sorted(
                                Comparator.comparing(Attempt::isAnswered)
                                        .thenComparingDouble(Attempt::confidence)
                                        .reversed())
                        .toList();
        int[] once = new int[sorted.size()];
        Arrays.fill(once, 1);
        return new Ranked(sorted, once);
    }

    /** The attempts with other weights. */
    Ranked weighted(int[] others) {
        return new Ranked(attempts, others);
    }

    /** Of each attempt the id of its task. */
    List<String> tasks() {
        return attempts.stream().map(Attempt::task).toList();
    }

    /** How many are counted. */
    long size() {
        long size = 0;
        for (int weight : weights) {
            size += weight;
        }
        return size;
    }
}
