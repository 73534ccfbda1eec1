package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Faults of networks: doors that are open to everybody. */
final class Openings {

    private static final String WORLD = "0.0.0.0/0";
    private static final String HALVES = "[\"0.0.0.0/1\", \"128.0.0.0/1\"]";

    static final List<Injection> ALL =
            List.of(
                    new Injection(
                            "TF-AWS-SG-ADMIN-PORTS",
                            Set.of("aws_security_group"),
                            site -> ingress(site, Set.of("22", "3389"))),
                    new Injection(
                            "TF-AWS-SG-ALL-PORTS",
                            Set.of("aws_security_group"),
                            site -> ingress(site, Set.of("0"))),
                    new Injection(
                            "TF-AWS-SG-ALL-PORTS",
                            Set.of("aws_security_group_rule"),
                            site ->
                                    site.block()
                                                    .value(List.of("to_port"))
                                                    .orElse("")
                                                    .equals("65535")
                                            ? opened(site, List.of("cidr_blocks"), "cidr_blocks")
                                            : Optional.empty()),
                    new Injection(
                            "TF-AWS-SG-ADMIN-PORTS",
                            Set.of("aws_vpc_security_group_ingress_rule"),
                            site ->
                                    Seat.of(site.project(), site.spot(), List.of("cidr_ipv4"))
                                            .map(seat ->
                                                    site.wrong(
                                                            site.fault(List.of("cidr_ipv4")),
                                                            seat,
                                                            "\"" + WORLD + "\"",
                                                            "\"0.0.0.0/1\""))),
                    new Injection(
                            "TF-GCP-FIREWALL-ADMIN-PORTS",
                            Set.of("google_compute_firewall"),
                            site ->
                                    site.block().labels().getLast().equals("administration")
                                            ? opened(
                                                    site, List.of("source_ranges"), "source_ranges")
                                            : Optional.empty()));

    private Openings() {}

    /** A rule of a group, of those that begin at one of these ports. */
    private static Optional<Injected> ingress(Site site, Set<String> ports) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < site.block().count("ingress"); i++) {
            if (ports.contains(value(site, i, "from_port"))) {
                fitting.add(i);
            }
        }
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        int index = site.random().oneOf(fitting);
        String key =
                "%s/%s/%s"
                        .formatted(
                                value(site, index, "from_port"),
                                value(site, index, "to_port"),
                                value(site, index, "protocol").replace("\"", ""));
        return opened(
                site, List.of("ingress#" + index, "cidr_blocks"), "ingress", key, "cidr_blocks");
    }

    private static String value(Site site, int index, String name) {
        return site.block().value(List.of("ingress#" + index, name)).orElse("");
    }

    /** Lets everybody in, besides those who were let in or in their place. */
    private static Optional<Injected> opened(Site site, List<String> path, String... reported) {
        return Seat.of(site.project(), site.spot(), path)
                .map(seat -> {
                    String everybody =
                            site.random().percent(60)
                                    ? "[\"" + WORLD + "\"]"
                                    : seat.value().replace("]", ", \"" + WORLD + "\"]");
                    return site.wrong(site.fault(List.of(reported)), seat, everybody, HALVES);
                });
    }
}
