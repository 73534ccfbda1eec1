package dev.svgym.networklogs.imports;

import dev.svgym.environment.imports.ImportFormat;
import dev.svgym.environment.imports.ImportFormat.Option;
import dev.svgym.environment.imports.ObjectRows;
import dev.svgym.environment.imports.RowFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formats that can be imported. */
final class NetworkLogFormat {

    /** Most characters of a line: a log of 64 KiB with every character escaped, and room for the rest. */
    static final int LONGEST = 1 << 20;

    static final String LABEL = "label";
    static final String LABEL_FIELD = "label-field";

    static final List<RowFormat> ALL =
            List.of(
                    new RowFormat(
                            new ImportFormat(
                                    "sv-bench",
                                    "SV-Bench E1 JSONL: question, answer and meta a line, UTF-8, plain or gzip; meta.split is kept where it is there.",
                                    "MIT, and the licence of the source that each row names",
                                    List.of()),
                            StandardCharsets.UTF_8,
                            (text, _) -> new ObjectRows(text, LONGEST, new SvBenchRows())),
                    new RowFormat(
                            new ImportFormat(
                                    "zeek",
                                    "Zeek conn.log, TSV with #fields or JSON lines, UTF-8, plain or gzip; a log without labels needs the option label.",
                                    "not stated",
                                    List.of(
                                            new Option(
                                                    LABEL,
                                                    "Benign or Malicious, for every record of a log that has no labels"),
                                            new Option(
                                                    LABEL_FIELD,
                                                    "the field that holds Benign or Malicious; label where it is not given"))),
                            StandardCharsets.UTF_8,
                            (text, options) -> new ZeekRows(text, label(options))),
                    new RowFormat(
                            new ImportFormat(
                                    "iot-23",
                                    "IoT-23 conn.log.labeled: Zeek TSV whose last three fields are apart by spaces, UTF-8, plain or gzip.",
                                    "CC BY 4.0",
                                    List.of()),
                            StandardCharsets.UTF_8,
                            (text, _) -> new ZeekRows(text, ZeekLabel.USUAL)),
                    new RowFormat(
                            new ImportFormat(
                                    "unsw-nb15",
                                    "UNSW-NB15 CSV: the raw files of 49 columns without header, or the training and testing sets with one, UTF-8, plain or gzip.",
                                    "free for academic research, commercial use by agreement with the authors",
                                    List.of()),
                            StandardCharsets.UTF_8,
                            (text, _) -> new CsvRows(text, new UnswNb15())),
                    new RowFormat(
                            new ImportFormat(
                                    "cic-ids-2017",
                                    "CIC-IDS-2017 CSV, with or without addresses, windows-1252 or UTF-8, plain or gzip.",
                                    "redistribution in any form with citation of the data set and its paper",
                                    List.of()),
                            // Reads any bytes; what is not ASCII stands in names of attacks alone.
                            Charset.forName("windows-1252"),
                            (text, _) -> new CsvRows(text, new CicIds2017())));

    private NetworkLogFormat() {}

    private static ZeekLabel label(Map<String, String> options) {
        return new ZeekLabel(
                options.getOrDefault(LABEL_FIELD, ZeekLabel.FIELD),
                Optional.ofNullable(options.get(LABEL)).flatMap(Labels::malicious));
    }
}
