package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Fault;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Violations that somebody has accepted: written down in the manifest, and their rule is not in force. */
final class Exemptions {

    private static final int PERCENT = 12;

    private static final List<String> REASONS =
            List.of(
                    "accepted until the move to the new cluster",
                    "approved by the security board",
                    "the vendor's image needs it",
                    "risk accepted by the owner, reviewed every quarter");

    private Exemptions() {}

    /** Puts one into clean documents, or none, and tells the rules that must not be in force. */
    static Set<String> put(List<ObjectNode> clean, Set<String> rules, RandomStream random) {
        Set<String> exempt = new TreeSet<>();
        if (!random.percent(PERCENT)) {
            return exempt;
        }
        Optional<Injected> injected = Injections.draw(clean, rules, rules, random);
        injected.ifPresent(one -> {
            one.prepare().on(clean);
            one.fault().on(clean);
            one.faults().stream().map(Fault::rule).forEach(exempt::add);
            Tree.at(clean.get(one.document()), "metadata", "annotations")
                    .put(
                            "example.com/exemption",
                            String.join(" ", exempt)
                                    + ": "
                                    + random.oneOf(REASONS)
                                    + ", EX-"
                                    + (1000 + random.below(9000)));
        });
        return exempt;
    }
}
