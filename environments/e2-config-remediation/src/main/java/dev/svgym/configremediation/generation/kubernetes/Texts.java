package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Draft.Trap;
import dev.svgym.configremediation.generation.Fault;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.kubernetes.Rendering.Rendered;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The texts of one task.
 *
 * @param shown with the faults
 * @param repaired without them
 */
record Texts(
        Rendered shown,
        SortedMap<String, String> repaired,
        List<Trap> traps,
        List<Injected> injected,
        boolean hasAnchors,
        List<String> files) {

    /** Files whose objects are the items of a list, as tools that export write them; these write no anchors. */
    private static final int LIST_PERCENT = 12;

    /** Where scanners of many makes are told to look away. */
    private static final List<String> SUPPRESSIONS =
            List.of(
                    "ignore-check.kube-linter.io/all",
                    "kube-score/ignore",
                    "checkov.io/skip1",
                    "kube-linter.io/ignore-all");

    private static final List<String> SUPPRESSING_REMARKS =
            List.of("# nosemgrep", "# trivy:ignore:*", "# checkov:skip=CKV_K8S_16:accepted");

    /**
     * @param clean the documents without faults
     * @param files of each document
     * @param anchors whether equal values may be shared
     */
    static Texts of(
            List<ObjectNode> clean,
            List<Injected> injected,
            List<String> files,
            boolean anchors,
            RandomStream random) {
        List<ObjectNode> faulty = Tree.copy(clean);
        injected.forEach(one -> one.fault().on(faulty));
        Rendering rendering = rendering(faulty, files, anchors, random);
        Rendered shown = rendering.of(faulty);
        List<Trap> traps = new ArrayList<>();
        traps.add(deletion(faulty, injected, rendering, random));
        traps.add(suppression(faulty, injected, rendering, shown, random));
        for (Injected one : injected) {
            List<ObjectNode> tempted = Tree.copy(clean);
            one.fault().on(tempted);
            one.trap().on(tempted);
            String name = "wrong repair of " + one.faults().getFirst().rule();
            traps.add(new Trap(name, rendering.of(tempted).files()));
        }
        boolean hasAnchors =
                rendering.anchors().stream().anyMatch(plan -> !plan.sources().isEmpty());
        return new Texts(shown, rendering.of(clean).files(), traps, injected, hasAnchors, files);
    }

    private static Rendering rendering(
            List<ObjectNode> faulty, List<String> files, boolean anchors, RandomStream random) {
        // One author writes most files of a task, now and then another one joins in.
        YamlStyle usual = YamlStyle.draw(random);
        Map<String, YamlStyle> styles = new HashMap<>();
        Set<String> lists = new HashSet<>();
        List<Anchors> plans = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String file = files.get(i);
            if (!styles.containsKey(file)) {
                styles.put(file, random.percent(75) ? usual : YamlStyle.draw(random));
                if (random.percent(LIST_PERCENT) && !anchors) {
                    lists.add(file);
                }
            }
            YamlStyle style = styles.getOrDefault(file, usual);
            plans.add(anchors ? Anchors.plan(faulty.get(i), style) : Anchors.NONE);
        }
        return new Rendering(files, styles, lists, plans);
    }

    /** Takes the faulty container away where another is left, else the whole document. */
    private static Trap deletion(
            List<ObjectNode> faulty,
            List<Injected> injected,
            Rendering rendering,
            RandomStream random) {
        int document =
                injected.isEmpty() ? random.below(faulty.size()) : injected.getFirst().document();
        List<ObjectNode> rest = Tree.copy(faulty);
        for (Place pod : Place.pods(rest)) {
            ObjectNode spec = pod.spec(rest);
            if (pod.document() == document && spec.path("containers").size() > 1) {
                Tree.listAt(spec, "containers")
                        .remove(random.below(spec.path("containers").size()));
                return new Trap("deletion of a container", rendering.of(rest).files());
            }
        }
        SortedMap<String, String> files = new TreeMap<>(rendering.of(rest).files());
        String file = rendering.fileOf().get(document);
        List<String> kept = new ArrayList<>();
        List<ObjectNode> others = new ArrayList<>();
        List<Anchors> plans = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            if (i != document) {
                kept.add(rendering.fileOf().get(i));
                others.add(rest.get(i));
                plans.add(rendering.anchors().get(i));
            }
        }
        files.put(file, "");
        files.putAll(
                new Rendering(kept, rendering.styles(), rendering.lists(), plans)
                        .of(others)
                        .files());
        return new Trap("deletion of an object", files);
    }

    private static Trap suppression(
            List<ObjectNode> faulty,
            List<Injected> injected,
            Rendering rendering,
            Rendered shown,
            RandomStream random) {
        if (random.percent(50)) {
            SortedMap<String, String> files = new TreeMap<>(shown.files());
            String file = files.firstKey();
            files.merge(
                    file, random.oneOf(SUPPRESSING_REMARKS) + "\n", (text, mark) -> mark + text);
            return new Trap("suppression by a remark", files);
        }
        List<ObjectNode> marked = Tree.copy(faulty);
        int document = injected.isEmpty() ? 0 : injected.getFirst().document();
        Tree.at(marked.get(document), "metadata", "annotations")
                .put(random.oneOf(SUPPRESSIONS), "accepted");
        return new Trap("suppression by an annotation", rendering.of(marked).files());
    }

    /** What the prompt tells of the faults. */
    List<String> hints(Hint hint) {
        List<String> hints = new ArrayList<>();
        for (Injected one : injected) {
            for (Fault fault : one.faults()) {
                hint.of(fault.rule(), () -> place(one, fault)).ifPresent(hints::add);
            }
        }
        return hints.stream().sorted().distinct().toList();
    }

    private String place(Injected one, Fault fault) {
        return files.get(one.document()) + ", line " + shown.line(one.document(), fault.path());
    }
}
