package dev.svgym.reward.statistics;

/** The quantile of the normal distribution, to the last digits of binary64. */
final class Normal {

    private static final double SERIES_BELOW = 1;

    private Normal() {}

    /**
     * The z at which a standard normal lies outside [-z, z] with the given chance.
     *
     * @param outside above 0, below 1
     */
    static double twoSidedQuantile(double outside) {
        double target = Math.log(outside);
        double y = 0;
        // log erfc is concave and falls: after its first step Newton comes down to the root from
        // above.
        for (int i = 0; i < 100; i++) {
            double log = logErfc(y);
            double slope = -2 / Math.sqrt(Math.PI) * Math.exp(-y * y - log);
            double next = y - (log - target) / slope;
            if (Math.abs(next - y) <= 0x1p-52 * next) {
                return next * Math.sqrt(2);
            }
            y = next;
        }
        return y * Math.sqrt(2);
    }

    /** {@code log erfc(y)} for y at least 0; does not underflow. */
    private static double logErfc(double y) {
        if (y < SERIES_BELOW) {
            double term = y;
            double sum = y;
            for (int n = 1; term > sum * 0x1p-60; n++) {
                term *= 2 * y * y / (2 * n + 1);
                sum += term;
            }
            return Math.log1p(-2 / Math.sqrt(Math.PI) * Math.exp(-y * y) * sum);
        }
        // Laplace's continued fraction y + (1/2)/(y + 1/(y + (3/2)/(y + ...))), from far inside
        // outwards.
        double fraction = y;
        for (int n = 200; n > 0; n--) {
            fraction = y + n / 2.0 / fraction;
        }
        return -y * y - Math.log(fraction * Math.sqrt(Math.PI));
    }
}
