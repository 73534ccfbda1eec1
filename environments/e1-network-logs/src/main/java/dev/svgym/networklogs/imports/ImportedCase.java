package dev.svgym.networklogs.imports;

import dev.svgym.environment.Split;
import dev.svgym.environment.imports.Row;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A case of an imported set.
 *
 * @param log as it is shown
 * @param malicious its label; hidden
 */
public record ImportedCase(String log, boolean malicious) {

    private static final String LOG = "log";
    private static final String MALICIOUS = "malicious";

    /** The case that a row of a set holds. */
    public static ImportedCase of(JsonNode row) {
        return new ImportedCase(row.path(LOG).stringValue(), row.path(MALICIOUS).booleanValue());
    }

    /**
     * The case as a row of a set.
     *
     * @param key equal for records that differ in nothing but the source port
     * @param family what kind of activity the source says it is; empty where it does not
     * @param split where the source itself puts the record
     */
    Row.Usable row(long line, String key, String family, Optional<Split> split) {
        return new Row.Usable(
                line,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(LOG, log)
                        .put(MALICIOUS, malicious)
                        .put("family", family),
                key,
                malicious ? "Malicious" : "Benign",
                family,
                split);
    }
}
