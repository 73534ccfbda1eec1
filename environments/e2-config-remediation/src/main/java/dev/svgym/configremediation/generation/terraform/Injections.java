package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every way to put a fault into a project. */
final class Injections {

    private static final int MOST_PLACES = 8;

    private static final List<Injection> ALL =
            Stream.of(Settings.ALL, Companions.ALL, Openings.ALL, Statements.ALL, AuditLogs.ALL)
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
     * A fault for some place: first a rule, each as likely, then a way to violate it and a place.
     *
     * @param clean the project without faults
     * @param choice ids of the rules of which one is violated
     */
    static Optional<Injected> draw(Project clean, Set<String> choice, RandomStream random) {
        List<String> left = new ArrayList<>(new TreeSet<>(choice));
        while (!left.isEmpty()) {
            String rule = left.remove(random.below(left.size()));
            List<Injection> ways =
                    ALL.stream()
                            .filter(one -> one.rule().equals(rule))
                            .filter(one -> !one.places(clean).isEmpty())
                            .toList();
            for (int i = 0; i < MOST_PLACES && !ways.isEmpty(); i++) {
                Injection way = random.oneOf(ways);
                Spot spot = random.oneOf(way.places(clean));
                Optional<Injected> injected = way.recipe().at(new Site(rule, spot, clean, random));
                if (injected.isPresent()) {
                    return injected;
                }
            }
        }
        return Optional.empty();
    }
}
