package dev.svgym.networklogs.traffic;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The flows of one host over some time. Each belongs, with probability {@code share}, to the activity under review and
 * else to everyday traffic; which ones do is not shown.
 *
 * @param hostNumber the host under review
 * @param share in (0, 1]
 */
public record Window(Site site, int hostNumber, double share, List<Flow> flows) {

    /**
     * What is drawn before any flow, and so tells nothing about the label.
     *
     * @param flows number of flows, at least 1
     * @param sharePercent of flows that belong to the activity, in 1..100
     * @param missingPercent chance that a record lacks its duration, and apart from that its counts
     * @param planted text in one flow's name field; empty for none
     */
    public record Frame(
            Site site,
            int hostNumber,
            int flows,
            int sharePercent,
            int missingPercent,
            String planted) {}

    /** Draws the activity of a label, each alike, and then the flows. */
    public static Window draw(Frame frame, boolean malicious, RandomStream random) {
        Twins twins = Twins.ALL.get(random.below(Twins.ALL.size()));
        Activity activity = malicious ? twins.malicious() : twins.benign();
        double share = frame.sharePercent() / 100.0;
        int planted = frame.planted().isEmpty() ? -1 : random.below(frame.flows());
        List<Flow> flows = new ArrayList<>(frame.flows());
        for (int i = 0; i < frame.flows(); i++) {
            Activity source = random.unit() < share ? activity : Twins.EVERYDAY;
            var flow = new FlowDraw(frame, source, random).draw(i == 0);
            flows.add(i == planted ? flow.named(frame.planted()) : flow);
        }
        return new Window(frame.site(), frame.hostNumber(), share, flows);
    }

    /** log of P(flows | malicious) / P(flows | benign), exact for what is shown. */
    public double evidence() {
        return Likelihood.evidence(flows, share);
    }

    /** The same from one feature alone, for the largest magnitude over the features. */
    public double strongestSingleEvidence() {
        double strongest = 0;
        for (Feature feature : Feature.values()) {
            double evidence = Likelihood.evidence(flows, share, feature);
            if (Math.abs(evidence) > Math.abs(strongest)) {
                strongest = evidence;
            }
        }
        return strongest;
    }
}
