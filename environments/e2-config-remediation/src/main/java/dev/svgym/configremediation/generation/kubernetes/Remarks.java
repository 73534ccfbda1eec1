package dev.svgym.configremediation.generation.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comments as people leave them. Which one stands where follows from the key and the place, never from the value or from
 * what is wrong with it.
 */
final class Remarks {

    private static final List<String> ANYWHERE =
            List.of(
                    "see the runbook",
                    "same as staging",
                    "agreed with the platform team",
                    "do not change without asking the owners",
                    "TODO: revisit next quarter",
                    "keep in step with the wiki",
                    "copied from the old cluster",
                    "changed in the last migration",
                    "temporary, ask in #platform",
                    "needed by the nightly run",
                    "as measured in the load test",
                    "was different before the move",
                    "reviewed in spring",
                    "default is fine, spelled out anyway",
                    "required by the vendor");

    private static final Map<String, List<String>> BY_KEY =
            Map.ofEntries(
                    Map.entry(
                            "replicas",
                            List.of("scaled by hand before sales", "two are enough for now")),
                    Map.entry("image", List.of("bumped every Monday", "built by the pipeline")),
                    Map.entry(
                            "resources",
                            List.of("sized from last month's usage", "grows with the catalogue")),
                    Map.entry("env", List.of("the rest comes from the config map")),
                    Map.entry("ports", List.of("the service maps this", "metrics are separate")),
                    Map.entry("schedule", List.of("UTC", "after the backup window")),
                    Map.entry("volumes", List.of("scratch space and settings")),
                    Map.entry("livenessProbe", List.of("slow start, be patient")),
                    Map.entry("securityContext", List.of("see the hardening guide")),
                    Map.entry("labels", List.of("used by the dashboards")),
                    Map.entry("tolerations", List.of("runs on every node pool")),
                    Map.entry("data", List.of("reloaded on change")));

    private static final List<String> HEADERS =
            List.of(
                    "Owned by the platform team. Changes go through review.",
                    "Deployed by the pipeline; local edits are overwritten.",
                    "Generated once from the template, maintained by hand since.",
                    "Part of the production cluster.\n# Contact: on-call of the owning team.",
                    "kubectl apply -f this file");

    private Remarks() {}

    /** A remark for the line of a key, if it has one. */
    static Optional<String> at(String key, String place, YamlStyle style) {
        if (!style.percent(style.remarkPercent(), place, "remark")) {
            return Optional.empty();
        }
        List<String> some =
                style.percent(60, place, "remark by key")
                        ? BY_KEY.getOrDefault(key, ANYWHERE)
                        : ANYWHERE;
        return Optional.of(one(some, place, style));
    }

    /** What stands at the top of a file, if anything does. */
    static Optional<String> header(String file, YamlStyle style) {
        return style.remarkPercent() > 0 && style.percent(50, file, "header")
                ? Optional.of(one(HEADERS, file, style))
                : Optional.empty();
    }

    private static String one(List<String> texts, String place, YamlStyle style) {
        return texts.get(
                (int) Long.remainderUnsigned(style.at(place, "which remark"), texts.size()));
    }
}
