package dev.svgym.reward.statistics;

/** Quantiles of the Beta distribution, better than 1e-12 for parameters up to some ten thousands. */
final class BetaDistribution {

    private static final double[] STIRLING = {
        1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0
    };

    private BetaDistribution() {}

    /**
     * The x below which the distribution has the given mass.
     *
     * @param mass above 0, below 1
     * @param a above 0
     * @param b above 0
     */
    static double quantile(double mass, double a, double b) {
        double low = 0;
        double high = 1;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (cumulative(middle, a, b) < mass) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** The regularised incomplete beta function, x strictly inside (0, 1). */
    private static double cumulative(double x, double a, double b) {
        return x <= (a + 1) / (a + b + 2)
                ? kernel(x, a, b) * fraction(x, a, b) / a
                : 1 - kernel(x, a, b) * fraction(1 - x, b, a) / b;
    }

    /**
     * {@code x^a (1-x)^b / B(a,b)} around its peak (Loader's form), so that large parameters do not cancel as they do in
     * differences of log-gamma.
     */
    private static double kernel(double x, double a, double b) {
        double sum = a + b;
        double deviance = a * Math.log(a / (sum * x)) + b * Math.log(b / (sum * (1 - x)));
        double corrections = stirling(sum) - stirling(a) - stirling(b);
        return Math.sqrt(a * b / (2 * Math.PI * sum)) * Math.exp(corrections - deviance);
    }

    /** {@code log Gamma(x) - (x - 1/2) log x + x - log(2 pi)/2}. */
    private static double stirling(double x) {
        double correction = 0;
        double at = x;
        while (at < 16) {
            correction += (at + 0.5) * Math.log1p(1 / at) - 1;
            at++;
        }
        double series = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            series = STIRLING[i] + series / (at * at);
        }
        return correction + series / at;
    }

    /** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m < 100_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            double change = d * c;
            result *= change;
            if (Math.abs(change - 1) < 0x1p-51) {
                return result;
            }
        }
        return result;
    }

    private static double notZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }
}
