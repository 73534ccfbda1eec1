package dev.svgym.configremediation.generation.terraform;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is built: a clean configuration, drawn anew for each task.
 *
 * @param text the name in references
 * @param provider of all its resources
 */
record Archetype(String text, String provider, Consumer<Scene> blocks) {

    /** What the ids of the rules for the resources of a provider begin with. */
    private static final Map<String, String> PREFIXES =
            Map.of("aws", "TF-AWS-", "azurerm", "TF-AZURE-", "google", "TF-GCP-");

    static final List<Archetype> USUAL =
            Stream.of(
                            AwsStorage.ALL,
                            AwsData.ALL,
                            AwsWebTier.ALL,
                            AwsServices.ALL,
                            AzureServices.USUAL,
                            GoogleServices.USUAL)
                    .flatMap(List::stream)
                    .toList();

    /** For {@code ood} alone. */
    static final List<Archetype> SHIFTED =
            Stream.of(AwsAccount.ALL, AzureServices.SHIFTED, GoogleServices.SHIFTED)
                    .flatMap(List::stream)
                    .toList();

    /** Whether a rule is about another provider. */
    boolean isForeign(String rule) {
        return PREFIXES.entrySet().stream()
                .anyMatch(one -> !one.getKey().equals(provider) && rule.startsWith(one.getValue()));
    }
}
