package dev.svgym.networklogs.imports;

import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.Shown;
import dev.svgym.environment.imports.UnreadableSourceException;
import dev.svgym.networklogs.imports.FlowText.UnusableValueException;
import java.util.List;
import java.util.Optional;

/**
 * UNSW-NB15: the raw files of 49 columns without names, or the training and testing sets with names, which have no ports
 * and no addresses. State is a code of Argus. Times to live are left out: they were set by the attack generator and give
 * its flows away.
 */
final class UnswNb15 implements CsvRows.Table {

    private static final List<String> RAW =
            List.of(
                    "srcip",
                    "sport",
                    "dstip",
                    "dsport",
                    "proto",
                    "state",
                    "dur",
                    "sbytes",
                    "dbytes",
                    "sttl",
                    "dttl",
                    "sloss",
                    "dloss",
                    "service",
                    "sload",
                    "dload",
                    "spkts",
                    "dpkts",
                    "swin",
                    "dwin",
                    "stcpb",
                    "dtcpb",
                    "smeansz",
                    "dmeansz",
                    "trans_depth",
                    "res_bdy_len",
                    "sjit",
                    "djit",
                    "stime",
                    "ltime",
                    "sintpkt",
                    "dintpkt",
                    "tcprtt",
                    "synack",
                    "ackdat",
                    "is_sm_ips_ports",
                    "ct_state_ttl",
                    "ct_flw_http_mthd",
                    "is_ftp_login",
                    "ct_ftp_cmd",
                    "ct_srv_src",
                    "ct_srv_dst",
                    "ct_dst_ltm",
                    "ct_src_ltm",
                    "ct_src_dport_ltm",
                    "ct_dst_sport_ltm",
                    "ct_dst_src_ltm",
                    "attack_cat",
                    "label");
    private static final List<String> NEEDED =
            List.of(
                    "proto", "state", "dur", "sbytes", "dbytes", "service", "spkts", "dpkts",
                    "label");

    @Override
    public CsvColumns columns(long line, List<String> first) throws UnreadableSourceException {
        CsvColumns named = CsvColumns.of(first, true, true);
        if (NEEDED.stream().allMatch(named::has)) {
            return named;
        }
        if (first.size() == RAW.size() && Labels.malicious(first.getLast()).isPresent()) {
            return CsvColumns.of(RAW, false, true);
        }
        throw new UnreadableSourceException(
                line,
                "expected the 49 columns of the raw files or a header with %s, got %d columns that begin with %s; is the format right?"
                        .formatted(
                                String.join(", ", NEEDED),
                                first.size(),
                                Shown.of(first.getFirst())));
    }

    @Override
    public Row row(long line, CsvColumns.Values values) throws UnusableValueException {
        Optional<Boolean> malicious = Labels.malicious(values.of("label"));
        if (malicious.isEmpty()) {
            throw new UnusableValueException("label", "0 or 1", values.of("label"));
        }
        var flow = new FlowText();
        if (values.has("srcip")) {
            flow.address("id.orig_h", values.of("srcip"));
            flow.port("id.orig_p", values.of("sport"));
            flow.address("id.resp_h", values.of("dstip"));
            flow.port("id.resp_p", values.of("dsport"));
        }
        flow.protocol("proto", values.of("proto"));
        flow.text("service", values.of("service"));
        flow.seconds("duration", values.of("dur"));
        flow.count("orig_bytes", values.of("sbytes"));
        flow.count("resp_bytes", values.of("dbytes"));
        flow.text("argus_state", values.of("state"));
        flow.count("orig_pkts", values.of("spkts"));
        flow.count("resp_pkts", values.of("dpkts"));
        return flow.row(line, malicious.get(), values.of("attack_cat"));
    }
}
