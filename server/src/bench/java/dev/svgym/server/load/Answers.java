package dev.svgym.server.load;

import java.util.List;

/** Answers as models give them, by environment. An environment that is not listed gets text that it refuses. */
final class Answers {

    private static final List<String> NETWORK_LOGS =
            List.of(
                    "{\"label\": \"Malicious\", \"confidence\": 0.83, \"rationale\": \"short flows to one port, few replies\"}",
                    "{\"label\": \"Benign\", \"confidence\": 0.97, \"rationale\": \"regular polling of the named server\"}",
                    "{\"label\": \"Abstain\", \"confidence\": null, \"rationale\": \"the flows fit both\"}",
                    "```json\n{\"label\": \"Malicious\", \"confidence\": 0.7}\n```");

    private static final List<String> CONFIG_REMEDIATION =
            List.of(
                    "{\"violations\": [], \"patch\": \"\", \"confidence\": 0.5}",
                    "{\"violations\": [{\"id\": \"K8S-PRIVILEGED\", \"severity\": \"high\"}], \"patch\": \"\", \"confidence\": 0.2}");

    private Answers() {}

    static List<String> to(String environment) {
        return switch (environment) {
            case "e1-network-logs" -> NETWORK_LOGS;
            case "e2-config-remediation" -> CONFIG_REMEDIATION;
            default -> List.of("an answer");
        };
    }
}
