package dev.svgym.networklogs.imports;

import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.Shown;
import dev.svgym.environment.imports.UnreadableSourceException;
import dev.svgym.networklogs.imports.FlowText.UnusableValueException;
import java.util.List;

/**
 * CIC-IDS-2017, with or without addresses. Names have spaces in front, protocols are numbers, durations microseconds, and
 * the sizes are the total lengths: {@code Flow Bytes/s} is a rate, at times infinite, and not read. Labels are BENIGN or
 * the name of an attack.
 */
final class CicIds2017 implements CsvRows.Table {

    private static final String DURATION = "flow duration";
    private static final String LABEL = "label";
    private static final List<String> NEEDED =
            List.of(
                    "destination port",
                    DURATION,
                    "total fwd packets",
                    "total backward packets",
                    "total length of fwd packets",
                    "total length of bwd packets",
                    LABEL);
    private static final List<String> FLAGS = List.of("fin", "syn", "rst", "psh", "ack");

    @Override
    public CsvColumns columns(long line, List<String> first) throws UnreadableSourceException {
        CsvColumns columns = CsvColumns.of(first, true, false);
        for (String needed : NEEDED) {
            if (!columns.has(needed)) {
                throw new UnreadableSourceException(
                        line,
                        "expected a header with the column %s, got %d columns that begin with %s; is the format right?"
                                .formatted(needed, first.size(), Shown.of(first.getFirst())));
            }
        }
        return columns;
    }

    @Override
    public Row row(long line, CsvColumns.Values values) throws UnusableValueException {
        String label = values.of(LABEL);
        if (!label.matches("[A-Za-z].*")) {
            throw new UnusableValueException(LABEL, "BENIGN or the name of an attack", label);
        }
        boolean malicious = !label.equalsIgnoreCase("BENIGN");
        var flow = new FlowText();
        if (values.has("source ip")) {
            flow.address("id.orig_h", values.of("source ip"));
            flow.address("id.resp_h", values.of("destination ip"));
        }
        if (values.has("source port")) {
            flow.port("id.orig_p", values.of("source port"));
        }
        flow.port("id.resp_p", values.of("destination port"));
        if (values.has("protocol")) {
            flow.protocol("proto", values.of("protocol"));
        }
        flow.microseconds("duration", values.of(DURATION));
        flow.count("orig_bytes", values.of("total length of fwd packets"));
        flow.count("resp_bytes", values.of("total length of bwd packets"));
        flow.count("orig_pkts", values.of("total fwd packets"));
        flow.count("resp_pkts", values.of("total backward packets"));
        for (String flag : FLAGS) {
            if (values.has(flag + " flag count")) {
                flow.count(flag + "_flags", values.of(flag + " flag count"));
            }
        }
        return flow.row(line, malicious, malicious ? label : "");
    }
}
