package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.generation.Draft;
import dev.svgym.configremediation.generation.Help;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.Layout;
import dev.svgym.configremediation.generation.RulesInForce;
import dev.svgym.configremediation.generation.RulesInForce.Share;
import dev.svgym.configremediation.generation.Stratum;
import dev.svgym.configremediation.generation.TaskGenerator;
import dev.svgym.configremediation.generation.Vocabulary;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Draws Kubernetes tasks: a clean archetype, faults put into it, and the texts of both. */
public final class KubernetesGenerator implements TaskGenerator {

    private static final String KIND = "kubernetes";
    private static final int MOST_DRAWS = 24;
    private static final int FEWEST_LINES = 20;
    private static final int MOST_LINES = 600;

    private static final Set<String> ALONE =
            Set.of("Role", "ClusterRole", "Ingress", "ValidatingWebhookConfiguration");

    private final RulesInForce rulesInForce;

    /**
     * @param catalogue whose rules may be in force
     */
    public KubernetesGenerator(Catalogue catalogue) {
        this.rulesInForce =
                new RulesInForce(
                        catalogue,
                        KIND,
                        Injections.RULES,
                        Injections.ONLY_SHIFTED,
                        List.of(
                                new Share(57, "pss-restricted"),
                                new Share(65, "pss-baseline"),
                                new Share(72, "k8s-workload")),
                        8);
    }

    @Override
    public String version() {
        return "e2-kubernetes-generator/2";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Draft> draw(RandomStream random, boolean shifted) {
        var archetype = random.oneOf(shifted ? Archetype.SHIFTED : Archetype.USUAL);
        var scene = new Scene(random, shifted ? Vocabulary.SHIFTED : Vocabulary.USUAL);
        List<ObjectNode> clean = archetype.draw(scene);
        Layout layout = layout(clean.size(), random);
        clean =
                layout == Layout.SINGLE_DOCUMENT
                        ? List.of(alone(clean, random))
                        : Files.shuffled(clean, random);
        Set<String> rules = rulesInForce.draw(random, shifted);
        List<String> decoys = Decoys.put(clean, random);
        Set<String> exemptions = Exemptions.put(clean, rules, random);
        rules.removeAll(exemptions);
        Help help = Help.draw(random);
        List<String> shownRules = help.shown(rules, random);
        int target = Stratum.drawViolations(random);
        boolean anchors = random.percent(18);
        List<Injected> injected = inject(clean, rules, target, shifted, anchors, random);
        int faults = injected.stream().mapToInt(one -> one.faults().size()).sum();
        Hint hint = faults == 0 ? Hint.NONE : Hint.draw(random);
        List<String> files = Files.names(clean, layout, random);
        if (faults == 0 && target > 0) {
            return Optional.empty();
        }
        var texts = Texts.of(clean, injected, files, anchors, random);
        int lines = texts.shown().lines();
        if (lines < FEWEST_LINES || lines > MOST_LINES) {
            return Optional.empty();
        }
        return Optional.of(
                new Draft(
                        texts.shown().files(),
                        texts.repaired(),
                        injected.stream().flatMap(one -> one.faults().stream()).toList(),
                        texts.traps(),
                        List.copyOf(rules),
                        shownRules,
                        Needs.draw(clean, random),
                        texts.hints(hint),
                        new Draft.Traits(
                                archetype.text(),
                                layout,
                                help,
                                hint,
                                decoys,
                                List.copyOf(exemptions),
                                texts.hasAnchors(),
                                lines)));
    }

    /** The document of a config that has but one: what the config is about, or something that may be wrong by itself. */
    private static ObjectNode alone(List<ObjectNode> clean, RandomStream random) {
        List<ObjectNode> others =
                clean.stream()
                        .filter(document -> ALONE.contains(document.path("kind").stringValue()))
                        .toList();
        return others.isEmpty() || random.percent(70) ? clean.getFirst() : random.oneOf(others);
    }

    private static Layout layout(int documents, RandomStream random) {
        int kind = random.below(100);
        if (documents == 1 || kind < 25) {
            return Layout.SINGLE_DOCUMENT;
        }
        return kind < 65 ? Layout.MULTI_DOCUMENT : Layout.MULTI_FILE;
    }

    /** Faults, as many violations as wanted where that can be; what a fault needs is done to the clean documents. */
    private static List<Injected> inject(
            List<ObjectNode> clean,
            Set<String> inForce,
            int target,
            boolean shifted,
            boolean anchors,
            RandomStream random) {
        var faults = new Faults(clean, target);
        Set<String> rare = new TreeSet<>(inForce);
        rare.retainAll(Injections.ONLY_SHIFTED);
        Set<String> ofObjects = new TreeSet<>(inForce);
        ofObjects.retainAll(Injections.OF_OBJECTS);
        for (int i = 0; i < MOST_DRAWS && faults.left() > 0; i++) {
            Set<String> choice =
                    shifted && random.percent(50) ? rare : random.percent(35) ? ofObjects : inForce;
            Injections.draw(clean, choice, inForce, random)
                    .ifPresent(drawn -> faults.add(drawn, anchors));
        }
        return faults.injected();
    }
}
