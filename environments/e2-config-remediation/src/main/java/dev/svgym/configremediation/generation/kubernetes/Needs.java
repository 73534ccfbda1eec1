package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.preservation.Intent;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** What the owner of a config needs of it; the clean config meets it. */
final class Needs {

    private Needs() {}

    static Intent draw(List<ObjectNode> clean, RandomStream random) {
        var images = new TreeSet<String>();
        for (Place container : Place.containers(clean)) {
            images.add(container.node(clean).path("image").stringValue());
        }
        SortedMap<String, Intent.Range> resources = new TreeMap<>();
        if (random.percent(40)) {
            resources.put("cpu", new Intent.Range("20m", random.oneOf(List.of("1", "2", "1500m"))));
            resources.put("memory", new Intent.Range("32Mi", random.oneOf(List.of("1Gi", "2Gi"))));
        }
        return new Intent(
                random.percent(40) ? List.copyOf(images) : List.of(), resources, List.of());
    }
}
