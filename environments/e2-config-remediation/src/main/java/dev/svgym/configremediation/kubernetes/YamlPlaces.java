package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Place;
import dev.svgym.configremediation.model.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Places in files that were read before: whatever is unsound in them has been refused. */
final class YamlPlaces implements Places {

    private final SortedMap<String, String> files;
    private final Config config;
    private final Map<String, List<YamlLeaves.Leaf>> leaves = new HashMap<>();

    YamlPlaces(SortedMap<String, String> files, Config config) {
        this.files = files;
        this.config = config;
    }

    @Override
    public Optional<Place> at(String file, int position) {
        String text = files.get(file);
        if (text == null) {
            return Optional.empty();
        }
        return leaves.computeIfAbsent(file, _ -> YamlLeaves.of(text)).stream()
                .filter(leaf -> leaf.from() <= position && position < leaf.to())
                .findFirst()
                .flatMap(leaf -> place(file, leaf));
    }

    private Optional<Place> place(String file, YamlLeaves.Leaf leaf) {
        List<ConfigObject> inFile =
                config.objects().stream().filter(object -> object.file().equals(file)).toList();
        if (leaf.object() < 0 || leaf.object() >= inFile.size() || leaf.path().isEmpty()) {
            return Optional.empty();
        }
        ConfigObject object = inFile.get(leaf.object());
        List<String> path = keyed(object.tree(), leaf.path());
        JsonNode pods = input(object.id()).path("pods");
        for (JsonNode pod : pods) {
            for (JsonNode container : pod.path("containers")) {
                if (startsWith(path, texts(container.path("path")))) {
                    return Optional.of(
                            new Place(
                                    container.path("id").asString(),
                                    object.id(),
                                    path,
                                    texts(pod.path("path"))));
                }
            }
            if (startsWith(path, texts(pod.path("path")))) {
                return Optional.of(
                        new Place(object.id(), object.id(), path, texts(pod.path("path"))));
            }
        }
        return Optional.of(new Place(object.id(), object.id(), path, List.of()));
    }

    private JsonNode input(String id) {
        for (JsonNode object : config.input().path("objects")) {
            if (object.path("id").asString("").equals(id)) {
                return object;
            }
        }
        throw new IllegalStateException("every object is in the input of the rules");
    }

    /** A list that has keys is an object in the order of the list, so an index finds its key. */
    private static List<String> keyed(JsonNode tree, List<String> raw) {
        List<String> path = new ArrayList<>();
        JsonNode node = tree;
        for (String step : raw) {
            String key = step;
            if (step.startsWith(YamlLeaves.INDEX)) {
                key = step.substring(YamlLeaves.INDEX.length());
                if (node instanceof ObjectNode object) {
                    int index = Integer.parseInt(key);
                    key = object.propertyNames().stream().skip(index).findFirst().orElse(key);
                }
            }
            path.add(key);
            node = node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
        }
        return path;
    }

    private static boolean startsWith(List<String> path, List<String> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }
}
