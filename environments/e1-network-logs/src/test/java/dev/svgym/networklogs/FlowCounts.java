package dev.svgym.networklogs;

import java.util.HashMap;
import java.util.Map;

/** A case as an analyst tables it: on each port, how many flows have which state, peer, sizes and times; prior and costs. */
final class FlowCounts {

    private FlowCounts() {}

    static Map<String, Double> of(GeneratedCase c) {
        Map<String, Double> counts = new HashMap<>();
        double before = Double.NaN;
        for (LogRow row : LogRow.of(c.prompt().log())) {
            String port = row.text("id.resp_p");
            count(counts, port, "state", row.carriesData() ? 1 : 0);
            count(counts, port, "peer", row.isExternal() ? 1 : row.isNamedServer() ? 2 : 0);
            number(counts, port, "duration", row.number("duration"));
            number(counts, port, "orig_bytes", row.number("orig_bytes"));
            number(counts, port, "resp_bytes", row.number("resp_bytes"));
            number(counts, port, "packets", 1 + row.extraPackets());
            number(counts, port, "gap", row.number("ts") - before);
            before = row.number("ts");
        }
        Costs costs = c.prompt().costs();
        String context = c.prompt().context();
        int end = context.indexOf(" % are malicious");
        double prior =
                Integer.parseInt(context.substring(context.lastIndexOf(' ', end - 1) + 1, end))
                        / 100.0;
        counts.put("prior", Odds.log(prior));
        counts.put("for malicious", Odds.log(costs.threshold(Label.MALICIOUS)));
        counts.put("for benign", Odds.log(costs.threshold(Label.BENIGN)));
        counts.put("always", 1.0);
        return counts;
    }

    /** In half decades. */
    private static void number(Map<String, Double> counts, String port, String name, double value) {
        if (value > 0) {
            count(counts, port, name, (int) Math.floor(2 * Math.log10(value)));
        }
    }

    private static void count(Map<String, Double> counts, String port, String name, int bin) {
        counts.merge(port + " " + name + " " + bin, 1.0, Double::sum);
    }
}
