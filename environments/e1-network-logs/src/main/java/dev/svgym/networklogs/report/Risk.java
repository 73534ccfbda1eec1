package dev.svgym.networklogs.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Risk and coverage of attempts taken by falling confidence. Risk is the expected share of wrong labels among those taken.
 * Behind the last label come the attempts without one, each of them a failure, so that who abstains on everything else
 * has no small area. Among equal confidences the order is a draw, and the expectation over it counts.
 *
 * @param aurc the mean of the risk over 1..N taken, in [0, 1]
 * @param augrc the mean of the share of failures in all N, over 1..N taken, in [0, 1/2 + 1/2N]
 * @param answered the points where a threshold of confidence can be, by rising coverage
 */
record Risk(double aurc, double augrc, List<Point> answered) {

    /** What a threshold of confidence gives: coverage in (0, 1], and risk. */
    record Point(double coverage, double risk) {}

    /**
     * Of ranked attempts.
     *
     * @see <a href="https://arxiv.org/abs/2407.01032">Traub et al. 2024, on AUGRC</a>
     */
    static Risk of(Ranked ranked) {
        long all = ranked.size();
        List<Point> points = new ArrayList<>();
        double area = 0;
        double generalized = 0;
        double failuresBefore = 0;
        long before = 0;
        List<Attempt> attempts = ranked.attempts();
        for (int from = 0; from < attempts.size(); ) {
            int to = from;
            long ties = 0;
            double failures = 0;
            while (to < attempts.size() && equal(attempts.get(from), attempts.get(to))) {
                ties += ranked.weights()[to];
                failures += ranked.weights()[to] * (1 - attempts.get(to).chance());
                to++;
            }
            for (long taken = 1; taken <= ties; taken++) {
                double expected = failuresBefore + failures * taken / ties;
                area += expected / (before + taken);
                generalized += expected / all;
            }
            before += ties;
            failuresBefore += failures;
            if (ties > 0 && attempts.get(from).isAnswered()) {
                points.add(new Point(before / (double) all, failuresBefore / before));
            }
            from = to;
        }
        return new Risk(area / all, generalized / all, List.copyOf(points));
    }

    /** The largest coverage at which the risk is at most this; 0 where none is. */
    double coverageAt(double most) {
        return answered.stream()
                .filter(point -> point.risk() <= most)
                .mapToDouble(Point::coverage)
                .max()
                .orElse(0);
    }

    private static boolean equal(Attempt one, Attempt other) {
        return one.isAnswered() == other.isAnswered()
                && (!one.isAnswered() || one.confidence() == other.confidence());
    }
}
