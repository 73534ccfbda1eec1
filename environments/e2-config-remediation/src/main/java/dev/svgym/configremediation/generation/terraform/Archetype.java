package dev.svgym.configremediation.generation.terraform;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is built: a clean configuration, drawn anew for each task.
 *
 * @param text the name in references
 * @param provider of all its resources
 */
record Archetype(String text, String provider, Consumer<Scene> blocks) {

    static final List<Archetype> USUAL =
            Stream.of(AwsStorage.ALL, AwsServices.ALL, AzureServices.USUAL, GoogleServices.USUAL)
                    .flatMap(List::stream)
                    .toList();

    /** For {@code ood} alone. */
    static final List<Archetype> SHIFTED =
            Stream.of(AwsAccount.ALL, AzureServices.SHIFTED, GoogleServices.SHIFTED)
                    .flatMap(List::stream)
                    .toList();

    /** What the ids of the rules for its resources begin with. */
    String rules() {
        return switch (provider) {
            case "aws" -> "TF-AWS-";
            case "azurerm" -> "TF-AZURE-";
            default -> "TF-GCP-";
        };
    }
}
