package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Faults of a cluster's logs: the one that tells who did what is not kept. */
final class AuditLogs {

    private static final List<String> PATH = List.of("enabled_cluster_log_types");

    static final List<Injection> ALL =
            List.of(
                    new Injection(
                            "TF-AWS-EKS-AUDIT-LOG", Set.of("aws_eks_cluster"), AuditLogs::lost));

    private AuditLogs() {}

    private static Optional<Injected> lost(Site site) {
        return Seat.of(site.project(), site.spot(), PATH)
                .map(seat ->
                        site.wrong(
                                site.fault(PATH),
                                seat,
                                seat.value().replace("\"audit\", ", "").replace(", \"audit\"", ""),
                                "[\"api\", \"Audit\"]"));
    }
}
