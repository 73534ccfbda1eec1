package dev.svgym.networklogs;

import dev.svgym.environment.generation.RandomStream;
import dev.svgym.networklogs.traffic.Names;
import dev.svgym.networklogs.traffic.Site;
import dev.svgym.networklogs.traffic.Window;
import dev.svgym.networklogs.traffic.ZeekLog;

/**
 * Makes cases whose posterior is known exactly.
 *
 * <p>Prior, costs, number of flows and the act that shall be best are drawn first, each act alike; then labels by the
 * prior and flows by the label, until the posterior makes that act the best with a margin. So the best act cannot be
 * told from prior, costs or length, and since a draw is kept or dropped by what is shown alone, the posterior stays
 * what it is.
 */
final class CaseGenerator {

    /** Changes whenever a case does. */
    static final String VERSION = "e1-generator/2";

    /** After so many draws the frame is drawn again: rarely reached, so that acts stay alike. */
    private static final int MOST_DRAWS = 500;

    private static final int MANY_FLOWS = 20;
    private static final int PLANTED_PERCENT = 12;
    private static final int[] MISSING_PERCENT = {0, 0, 5, 15};

    /** Sunday 4 January 2026, 00:00 UTC. */
    private static final long FIRST_START = 1_767_484_800_000_000L;

    private static final long YEAR = 31_536_000_000_000L;
    private static final ZeekLog[] FORMATS = ZeekLog.values();

    private final Site site;
    private final int evaluationPercent;
    private final String statements;

    /**
     * @param evaluationPercent how often the costs are those of evaluations
     */
    CaseGenerator(Site site, int evaluationPercent) {
        this.site = site;
        this.evaluationPercent = evaluationPercent;
        this.statements = site.statements();
    }

    /** The case of a stream. */
    GeneratedCase generate(RandomStream random) {
        while (true) {
            CaseFrame frame = CaseFrame.draw(evaluationPercent, random);
            int flows = flows(random);
            var windowFrame =
                    new Window.Frame(
                            site,
                            random.below(250) + 1,
                            flows,
                            sharePercent(flows),
                            MISSING_PERCENT[random.below(MISSING_PERCENT.length)],
                            random.below(100) < PLANTED_PERCENT ? Names.planted(random) : "");
            ZeekLog format = FORMATS[random.below(FORMATS.length)];
            long start = FIRST_START + random.between(0, YEAR);
            Goal goal = Goal.draw(frame.costs(), random);
            double prior = Odds.log(frame.prior());
            for (int draw = 0; draw < MOST_DRAWS; draw++) {
                boolean malicious = random.unit() < frame.prior();
                Window window = Window.draw(windowFrame, malicious, random);
                double evidence = window.evidence();
                double logOdds = prior + evidence;
                if (goal.isMet(logOdds)) {
                    return new GeneratedCase(
                            new Prompt(
                                    format.text(window, start),
                                    context(windowFrame, frame),
                                    frame.costs()),
                            Odds.probability(logOdds),
                            malicious ? Label.MALICIOUS : Label.BENIGN,
                            stratum(windowFrame, window, frame, evidence));
                }
            }
        }
    }

    private static Stratum stratum(
            Window.Frame windowFrame, Window window, CaseFrame frame, double evidence) {
        Costs costs = frame.costs();
        double prior = Odds.log(frame.prior());
        return Stratum.of(
                !windowFrame.planted().isEmpty(),
                windowFrame.flows() >= MANY_FLOWS,
                costs.bayesAct(Odds.probability(prior + evidence)),
                costs.bayesAct(Odds.probability(evidence)),
                costs.bayesAct(Odds.probability(prior + window.strongestSingleEvidence())));
    }

    private String context(Window.Frame window, CaseFrame frame) {
        return "Of cases like this one, "
                + frame.priorPercent()
                + " % are malicious.\n"
                + "About "
                + window.sharePercent()
                + " % of the flows belong to the activity in question, the rest is everyday traffic.\n"
                + statements;
    }

    /** From 1 to 50; few are many. */
    private static int flows(RandomStream random) {
        int kind = random.below(100);
        if (kind < 30) {
            return (int) random.between(1, 5);
        }
        if (kind < 70) {
            return (int) random.between(5, 11);
        }
        return kind < 88 ? (int) random.between(11, 20) : (int) random.between(20, 51);
    }

    /** Of the flows that belong to the activity: less in longer windows, so that all windows are about as hard. */
    private static int sharePercent(int flows) {
        return flows <= 3 ? 100 : Math.max(14, 380 / flows);
    }
}
