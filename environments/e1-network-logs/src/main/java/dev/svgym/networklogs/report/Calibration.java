package dev.svgym.networklogs.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Stated confidence against the chance of being right, over the attempts that gave a label.
 *
 * @param bins ten of equal width; the last one closed
 * @param equalMass ten of as equal size as can be
 * @param brier expected squared error of the confidence; NaN without a label
 */
record Calibration(List<Bin> bins, List<Bin> equalMass, double brier) {

    private static final int BINS = 10;

    /**
     * Attempts of like confidence.
     *
     * @param count how many
     * @param confidence the sum over them
     * @param right the expected number of right labels
     */
    record Bin(long count, double confidence, double right) {

        private static final Bin EMPTY = new Bin(0, 0, 0);

        Bin with(long weight, Attempt attempt) {
            return new Bin(
                    count + weight,
                    confidence + weight * attempt.confidence(),
                    right + weight * attempt.chance());
        }
    }

    static Calibration of(Ranked ranked) {
        long answered = 0;
        for (int i = 0; i < ranked.weights().length; i++) {
            answered += ranked.attempts().get(i).isAnswered() ? ranked.weights()[i] : 0;
        }
        List<Bin> bins = new ArrayList<>(Collections.nCopies(BINS, Bin.EMPTY));
        List<Bin> equalMass = new ArrayList<>(bins);
        double squared = 0;
        long before = 0;
        for (int i = 0; i < ranked.weights().length; i++) {
            Attempt attempt = ranked.attempts().get(i);
            int weight = ranked.weights()[i];
            if (weight > 0 && attempt.isAnswered()) {
                int bin = bin(attempt.confidence());
                bins.set(bin, bins.get(bin).with(weight, attempt));
                int mass = (int) (BINS * before / answered);
                equalMass.set(mass, equalMass.get(mass).with(weight, attempt));
                double miss = 1 - attempt.confidence();
                double hit = attempt.confidence();
                squared +=
                        weight
                                * (attempt.chance() * miss * miss
                                        + (1 - attempt.chance()) * hit * hit);
                before += weight;
            }
        }
        return new Calibration(bins, equalMass, squared / answered);
    }

    double ece() {
        return error(bins);
    }

    /** The same over bins of equal size, which empty bins cannot hide from. */
    double adaptiveEce() {
        return error(equalMass);
    }

    /** By comparison with the edges as they are written, so that 0.3 is in the bin that begins with it. */
    private static int bin(double confidence) {
        int bin = BINS - 1;
        while (bin > 0 && confidence < bin / (double) BINS) {
            bin--;
        }
        return bin;
    }

    private static double error(List<Bin> bins) {
        long all = bins.stream().mapToLong(Bin::count).sum();
        double error = 0;
        for (Bin bin : bins) {
            error += Math.abs(bin.right() - bin.confidence());
        }
        return error / all;
    }
}
