package dev.svgym.environment.report;

import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a report is about, as whoever asks for it says.
 *
 * @param time of the report
 */
public record ReportSubject(String run, String model, String dataset, Instant time) {

    /**
     * How a report begins.
     *
     * @param version of the environment
     */
    public ObjectNode report(String version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("environment_version", version)
                .put("run", run)
                .put("model", model)
                .put("dataset", dataset)
                .put("time", time.toString());
    }

    /**
     * How a summary of SV-Bench begins.
     *
     * @param environment by SV-Bench's name
     * @param version of SV-Bench's metrics
     */
    public ObjectNode summary(String environment, String version, int examples) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("environment", environment)
                .put("version", version)
                .put("run_id", run)
                .put("timestamp", time.toString())
                .put("model", model)
                .put("dataset", dataset)
                .put("n_examples", examples);
    }
}
