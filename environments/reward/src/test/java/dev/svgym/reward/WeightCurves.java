package dev.svgym.reward;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Draws what estimators optimise, as the picture of {@code docs/estimators.md}. */
final class WeightCurves {

    private static final int ROLLOUTS = 16;

    private static final double LEAST_CHANCE = 1e-3;
    private static final double LEAST_WEIGHT = 0.25;
    private static final double GREATEST_WEIGHT = 64;

    private static final int LEFT = 64;
    private static final int TOP = 28;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 360;
    private static final int POINTS = 130;

    private WeightCurves() {}

    private record Curve(String label, String colour, boolean dashed, DoubleUnaryOperator weight) {}

    private static List<Curve> curves() {
        return List.of(
                new Curve(
                        "maximum likelihood, 1/p",
                        "#444444",
                        true,
                        EffectiveWeight::ofMaximumLikelihood),
                new Curve(
                        "maxrl_u, T = 16 = N",
                        "#b30000",
                        false,
                        finite(new MaxRlU(16, MaxRlU.Baseline.LOO))),
                new Curve(
                        "maxrl_u, T = 4",
                        "#e66101",
                        false,
                        finite(new MaxRlU(4, MaxRlU.Baseline.LOO))),
                new Curve("pkpo, k = 4", "#1b7837", false, finite(new Pkpo(4, Pkpo.Baseline.LOO))),
                new Curve("grpo as N grows", "#7b3294", true, EffectiveWeight::ofGrpo),
                new Curve("grpo, N = 16", "#7b3294", false, finite(new Grpo(1, 0))),
                new Curve("reinforce, rloo", "#0571b0", false, finite(new Rloo())));
    }

    private static DoubleUnaryOperator finite(GroupEstimator estimator) {
        return new EffectiveWeight(estimator, ROLLOUTS)::at;
    }

    static String svg() {
        var svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 440" font-family="sans-serif" font-size="13">
                <title>Effective weight w(p) of estimators on groups of 16 rollouts</title>
                <rect width="800" height="440" fill="#ffffff"/>
                """);
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<clipPath id=\"plot\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>\n",
                        LEFT,
                        TOP,
                        WIDTH,
                        HEIGHT));
        for (double chance : new double[] {0.001, 0.01, 0.1, 1}) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" stroke=\"#dddddd\"/><text x=\"%1$.1f\" y=\"%4$d\" text-anchor=\"middle\">%5$s</text>\n",
                            x(chance),
                            TOP,
                            TOP + HEIGHT,
                            TOP + HEIGHT + 18,
                            plain(chance)));
        }
        for (double weight = LEAST_WEIGHT; weight <= GREATEST_WEIGHT; weight *= 2) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<line x1=\"%1$d\" y1=\"%2$.1f\" x2=\"%3$d\" y2=\"%2$.1f\" stroke=\"#dddddd\"/><text x=\"%4$d\" y=\"%5$.1f\" text-anchor=\"end\">%6$s</text>\n",
                            LEFT,
                            y(weight),
                            LEFT + WIDTH,
                            LEFT - 6,
                            y(weight) + 4,
                            plain(weight)));
        }
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">p, chance of success</text>\n",
                        LEFT + WIDTH / 2,
                        TOP + HEIGHT + 40));
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"16\" y=\"%1$d\" text-anchor=\"middle\" transform=\"rotate(-90 16 %1$d)\">w(p)</text>\n",
                        TOP + HEIGHT / 2));
        int entry = TOP + 16;
        for (Curve curve : curves()) {
            String stroke =
                    "fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s"
                            .formatted(
                                    curve.colour(),
                                    curve.dashed() ? " stroke-dasharray=\"6 4\"" : "");
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<path clip-path=\"url(#plot)\" %s d=\"%s\"/>\n",
                            stroke,
                            path(curve.weight())));
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<path %s d=\"M%d %d h28\"/><text x=\"%d\" y=\"%d\">%s</text>\n",
                            stroke,
                            LEFT + WIDTH + 16,
                            entry - 4,
                            LEFT + WIDTH + 52,
                            entry,
                            curve.label()));
            entry += 24;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String path(DoubleUnaryOperator weight) {
        var path = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            double chance = Math.pow(LEAST_CHANCE, 1 - i / (POINTS - 1.0));
            double value = weight.applyAsDouble(chance);
            // Beyond the frame by the same little, so that no number of the picture is infinite.
            double shown = Math.clamp(value, LEAST_WEIGHT / 2, GREATEST_WEIGHT * 2);
            path.append(i == 0 ? "M" : " L")
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x(chance), y(shown)));
        }
        return path.toString();
    }

    private static double x(double chance) {
        return LEFT + WIDTH * (1 - Math.log(chance) / Math.log(LEAST_CHANCE));
    }

    private static double y(double weight) {
        double share = Math.log(weight / LEAST_WEIGHT) / Math.log(GREATEST_WEIGHT / LEAST_WEIGHT);
        return TOP + HEIGHT * (1 - share);
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? Integer.toString((int) number)
                : Double.toString(number);
    }
}
