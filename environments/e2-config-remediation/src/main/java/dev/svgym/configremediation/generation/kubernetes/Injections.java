package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Every way to violate a rule, and draws among them. */
final class Injections {

    /** Rules that occur in {@code ood} alone. */
    static final Set<String> ONLY_SHIFTED =
            Set.of(
                    "K8S-HOST-PROCESS",
                    "K8S-SELINUX",
                    "K8S-SYSCTLS",
                    "K8S-PROC-MOUNT-USER-NAMESPACE",
                    "K8S-PROBE-HOST",
                    "K8S-DEPRECATED-SERVICE-ACCOUNT",
                    "K8S-EXTERNAL-IPS",
                    "K8S-PDB-MIN-AVAILABLE",
                    "K8S-RBAC-NODE-PROXY",
                    "K8S-RBAC-WEBHOOKS",
                    "K8S-TOKEN-LIFETIME");

    static final List<Injection> ALL =
            Stream.of(
                            HostInjections.all(),
                            PrivilegeInjections.all(),
                            ProfileInjections.all(),
                            UserInjections.all(),
                            WorkloadInjections.all(),
                            ObjectInjections.all(),
                            AccessInjections.all())
                    .flatMap(List::stream)
                    .toList();

    /** Rules that some way is known to violate; no others are put in force. */
    static final Set<String> RULES =
            ALL.stream().map(Injection::rule).collect(Collectors.toCollection(TreeSet::new));

    /** Rules about something else than pods; few configs have what they are about. */
    static final Set<String> OF_OBJECTS =
            ALL.stream()
                    .filter(one -> one.target() == Injection.Target.OBJECT)
                    .map(Injection::rule)
                    .collect(Collectors.toCollection(TreeSet::new));

    private static final int MOST_RULES = 8;
    private static final int MOST_PLACES = 8;

    private Injections() {}

    /**
     * A fault for some place: first a rule, each as likely, then a way to violate it, then a place.
     *
     * @param clean the documents without faults
     * @param choice ids of the rules of which one is violated
     * @param inForce ids of the rules that judge
     */
    static Optional<Injected> draw(
            List<ObjectNode> clean, Set<String> choice, Set<String> inForce, RandomStream random) {
        List<String> left = new ArrayList<>(new TreeSet<>(choice));
        left.removeIf(rule ->
                ALL.stream()
                        .filter(one -> one.rule().equals(rule))
                        .allMatch(one -> one.places(clean).isEmpty()));

        for (int i = 0; i < MOST_RULES && !left.isEmpty(); i++) {
            String rule = left.remove(random.below(left.size()));
            List<Injection> ways = ALL.stream().filter(one -> one.rule().equals(rule)).toList();
            Optional<Injected> injected = draw(ways, clean, inForce, random);
            if (injected.isPresent()) {
                return injected;
            }
        }
        return Optional.empty();
    }

    private static Optional<Injected> draw(
            List<Injection> ways,
            List<ObjectNode> clean,
            Set<String> inForce,
            RandomStream random) {
        for (int i = 0; i < MOST_PLACES; i++) {
            Injection injection = random.oneOf(ways);
            List<Place> places = injection.places(clean);
            if (!places.isEmpty()) {
                Site site = new Site(random.oneOf(places), clean, inForce, random);
                Optional<Injected> injected = injection.recipe().at(site);
                if (injected.isPresent()) {
                    return injected;
                }
            }
        }
        return Optional.empty();
    }
}
