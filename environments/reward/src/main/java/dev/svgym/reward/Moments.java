package dev.svgym.reward;

/**
 * Mean and deviations of numbers, with the mean kept to twice the digits of binary64: it stays right where rewards nearly
 * cancel, and a constant array has deviations of exactly 0.
 */
final class Moments {

    private final double mean;
    private final double[] deviations;
    private final boolean constant;

    private Moments(double mean, double[] deviations, boolean constant) {
        this.mean = mean;
        this.deviations = deviations;
        this.constant = constant;
    }

    /**
     * @param numbers finite, at least one
     */
    static Moments of(double[] numbers) {
        double least = numbers[0];
        double greatest = numbers[0];
        var sum = new Sum();
        for (double number : numbers) {
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
            sum.add(number);
        }
        if (least == greatest) {
            return new Moments(least, new double[numbers.length], true);
        }
        double mean = sum.mean(numbers.length);
        double rest = sum.restOfMean(mean, numbers.length);
        double[] deviations = new double[numbers.length];
        for (int i = 0; i < deviations.length; i++) {
            double difference = numbers[i] - mean;
            double subtracted = difference - numbers[i];
            double lost = (numbers[i] - (difference - subtracted)) - (mean + subtracted);
            deviations[i] = difference + (lost - rest);
        }
        return new Moments(mean, deviations, false);
    }

    /** Rounded. */
    double mean() {
        return mean;
    }

    /** {@code x_i - mean}, in order; the caller's to keep. */
    double[] deviations() {
        return deviations;
    }

    /** Whether least and greatest are equal. */
    boolean constant() {
        return constant;
    }

    /**
     * The standard deviation; scaled on the way, so that neither very large nor very small numbers lose it.
     *
     * @param ddof what is subtracted from the count; the result is 0 for constant numbers, whatever their count
     */
    double standardDeviation(int ddof) {
        if (constant) {
            return 0;
        }
        double scale = 0;
        for (double deviation : deviations) {
            scale = Math.max(scale, Math.abs(deviation));
        }
        var squares = new Sum();
        for (double deviation : deviations) {
            double scaled = deviation / scale;
            squares.add(scaled * scaled);
        }
        return scale * Math.sqrt(squares.value() / (deviations.length - ddof));
    }
}
