package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.FaultDraws;
import dev.svgym.configremediation.generation.terraform.Injection.Site;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every way to put a fault into a project. */
final class Injections {

    private static final List<Injection> ALL =
            Stream.of(
                            AwsSettings.ALL,
                            AzureSettings.ALL,
                            GoogleSettings.ALL,
                            Companions.ALL,
                            Openings.ALL,
                            Statements.ALL,
                            AuditLogs.ALL,
                            Secrets.ALL,
                            Connections.ALL)
                    .flatMap(List::stream)
                    .toList();

    /** Rules that can be violated. */
    static final Set<String> RULES =
            ALL.stream().map(Injection::rule).collect(Collectors.toCollection(TreeSet::new));

    /** Rules for {@code ood} alone. */
    static final Set<String> ONLY_SHIFTED =
            Set.of(
                    "TF-AWS-CLOUDTRAIL-MULTI-REGION",
                    "TF-AWS-CLOUDTRAIL-VALIDATION",
                    "TF-AWS-IAM-PASSWORD-LENGTH",
                    "TF-AZURE-AKS-RBAC",
                    "TF-GCP-GKE-LEGACY-ABAC");

    private Injections() {}

    /**
     * Draws faults.
     *
     * @param clean the project without them
     */
    static FaultDraws<Injection, Injected> of(Project clean, RandomStream random) {
        return new FaultDraws<>(
                rule ->
                        ALL.stream()
                                .filter(one -> one.rule().equals(rule))
                                .filter(one -> !one.places(clean).isEmpty())
                                .toList(),
                way ->
                        way.recipe()
                                .at(
                                        new Site(
                                                way.rule(),
                                                random.oneOf(way.places(clean)),
                                                clean,
                                                random)),
                Injected::clashesWith,
                random);
    }
}
