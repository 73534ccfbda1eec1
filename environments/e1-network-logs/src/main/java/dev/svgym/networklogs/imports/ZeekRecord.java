package dev.svgym.networklogs.imports;

import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.Shown;
import dev.svgym.networklogs.imports.FlowText.UnusableValueException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A record of conn.log as a row. Of its fields only those of the flow itself are shown. */
final class ZeekRecord {

    /** Without these a log is no conn.log. */
    static final List<String> NEEDED = List.of("id.resp_p", "proto");

    private static final List<String> FAMILIES = List.of("detailed-label", "detailed_label");

    private ZeekRecord() {}

    /**
     * The row of a record.
     *
     * @param value of a field by its name; empty where it is unset or not there
     */
    static Row row(long line, ZeekLabel label, UnaryOperator<String> value) {
        Optional<Boolean> malicious =
                label.forAll().or(() -> Labels.malicious(value.apply(label.field())));
        if (malicious.isEmpty()) {
            return new Row.Unusable(
                    line,
                    "%s: expected Benign or Malicious, got %s"
                            .formatted(label.field(), Shown.of(value.apply(label.field()))));
        }
        var flow = new FlowText();
        try {
            flow.address("id.orig_h", value.apply("id.orig_h"));
            flow.port("id.orig_p", value.apply("id.orig_p"));
            flow.address("id.resp_h", value.apply("id.resp_h"));
            flow.port("id.resp_p", value.apply("id.resp_p"));
            flow.protocol("proto", value.apply("proto"));
            flow.text("service", value.apply("service"));
            flow.seconds("duration", value.apply("duration"));
            flow.count("orig_bytes", value.apply("orig_bytes"));
            flow.count("resp_bytes", value.apply("resp_bytes"));
            flow.text("conn_state", value.apply("conn_state"));
            flow.text("history", value.apply("history"));
            flow.count("orig_pkts", value.apply("orig_pkts"));
            flow.count("resp_pkts", value.apply("resp_pkts"));
        } catch (UnusableValueException e) {
            return new Row.Unusable(line, String.valueOf(e.getMessage()));
        }
        String family =
                FAMILIES.stream().map(value).filter(name -> !name.isEmpty()).findFirst().orElse("");
        return flow.row(line, malicious.get(), family);
    }
}
