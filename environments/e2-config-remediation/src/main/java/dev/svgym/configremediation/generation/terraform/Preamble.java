package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.configremediation.generation.terraform.Folder.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands before the resources of a project: the versions and the provider. */
final class Preamble {

    private Preamble() {}

    /**
     * @param provider its name
     */
    static Project before(Project project, String provider, Scene scene) {
        HclBlock versions =
                HclBlock.top("terraform")
                        .with(
                                List.of("required_version"),
                                quoted(scene.oneOf(">= 1.5", ">= 1.7", "~> 1.9")))
                        .plus(
                                HclBlock.nested("required_providers")
                                        .plus(
                                                new HclBlock(
                                                        HclBlock.Form.MAP,
                                                        provider,
                                                        List.of(),
                                                        List.of(
                                                                new Attribute(
                                                                        "source",
                                                                        quoted(
                                                                                "hashicorp/"
                                                                                        + provider)),
                                                                new Attribute(
                                                                        "version",
                                                                        version(provider))),
                                                        Optional.empty())));
        HclBlock settings =
                switch (provider) {
                    case "aws" ->
                            HclBlock.top("provider", provider)
                                    .with(List.of("region"), quoted(scene.region()));
                    case "google" ->
                            HclBlock.top("provider", provider)
                                    .with(List.of("project"), quoted(scene.plainName()))
                                    .with(List.of("region"), quoted("europe-west1"));
                    default -> HclBlock.top("provider", provider).plus(HclBlock.nested("features"));
                };
        List<Placed> blocks = new ArrayList<>();
        blocks.add(new Placed(Topics.PROVIDERS, versions));
        blocks.add(new Placed(Topics.PROVIDERS, settings));
        blocks.addAll(project.folders().getFirst().blocks());
        return project.with(0, folder -> folder.withBlocks(blocks));
    }

    private static String version(String provider) {
        return switch (provider) {
            case "aws" -> "\"~> 5.80\"";
            case "google" -> "\"~> 6.10\"";
            default -> "\"~> 4.10\"";
        };
    }
}
