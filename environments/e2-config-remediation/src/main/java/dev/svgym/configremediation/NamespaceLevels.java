package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.scanner.Violation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Namespaces whose new level refuses pods that stand in the same files: what breaks the workload is no repair. */
final class NamespaceLevels {

    private static final String RULE = "K8S-NAMESPACE-PRIVILEGED";

    private NamespaceLevels() {}

    /**
     * The violations that such a level leaves.
     *
     * @param before what was found before, under the rules in force
     * @param found what every rule finds in {@code after}, in force or not
     */
    static List<Violation> refusing(
            List<Violation> before, Config after, List<Violation> found, Catalogue catalogue) {
        return before.stream()
                .filter(violation -> violation.rule().equals(RULE))
                .flatMap(violation -> refusing(violation, after, found, catalogue).stream())
                .toList();
    }

    private static Optional<Violation> refusing(
            Violation was, Config after, List<Violation> found, Catalogue catalogue) {
        String level = level(was, after);
        String namespace = was.resource().substring(was.resource().lastIndexOf('/') + 1);
        return found.stream()
                .filter(violation -> violation.resource().split("/", -1)[1].equals(namespace))
                .filter(violation ->
                        catalogue.rule(violation.rule()).sets().contains("pss-" + level))
                .findFirst()
                .map(violation ->
                        new Violation(
                                RULE,
                                was.object(),
                                was.resource(),
                                was.path(),
                                was.element(),
                                was.pod(),
                                "At the level %s the namespace refuses %s, which violates %s"
                                        .formatted(level, violation.object(), violation.rule())));
    }

    private static String level(Violation was, Config after) {
        JsonNode node =
                after.objects().stream()
                        .filter(object -> object.id().equals(was.resource()))
                        .findFirst()
                        .<JsonNode>map(ConfigObject::tree)
                        .orElseThrow();
        for (String key : was.path()) {
            node = node.path(key);
        }
        return node.asString("");
    }
}
