package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.kubernetes.YamlWriter.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * How documents become files. The same for every text of a task, so that texts differ where documents do.
 *
 * @param fileOf the file of each document, in order; those of one file stand together
 * @param styles by file
 * @param lists files whose documents are the items of one {@code List}
 * @param anchors of each document
 */
record Rendering(
        List<String> fileOf,
        Map<String, YamlStyle> styles,
        Set<String> lists,
        List<Anchors> anchors) {

    private static final List<String> LIST = List.of("apiVersion: v1", "kind: List", "items:");

    /** Files as text, and where things are in them. */
    record Rendered(
            SortedMap<String, String> files, List<Written> documents, List<Integer> starts) {

        /** Lines of all files. */
        int lines() {
            return files.values().stream().mapToInt(text -> (int) text.lines().count()).sum();
        }

        /**
         * The line, from 1, of the deepest place that is there on a path.
         *
         * @param document index of the document
         * @param path keyed path within it
         */
        int line(int document, List<String> path) {
            String place = "";
            int line = 0;
            for (String key : path) {
                place += "/" + key;
                line = documents.get(document).lineOf().getOrDefault(place, line);
            }
            return starts.get(document) + line + 1;
        }
    }

    /** The texts of documents that lie in these files, in this order. */
    Rendered of(List<ObjectNode> documents) {
        Map<String, List<String>> lines = new HashMap<>();
        List<Written> written = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            String file = fileOf.get(i);
            YamlStyle style = style(file);
            List<String> text = lines.computeIfAbsent(file, name -> opening(name, style));
            Written document = YamlWriter.write(documents.get(i), style, anchors.get(i));
            if (lists.contains(file)) {
                starts.add(text.size());
                text.addAll(item(document.lines()));
            } else {
                if (i > 0 && fileOf.get(i - 1).equals(file)) {
                    text.add("---");
                }
                starts.add(text.size());
                text.addAll(document.lines());
            }
            written.add(document);
        }
        SortedMap<String, String> files = new TreeMap<>();
        lines.forEach((file, text) -> files.put(file, String.join("\n", text) + "\n"));
        return new Rendered(files, written, starts);
    }

    private YamlStyle style(String file) {
        return Optional.ofNullable(styles.get(file)).orElseThrow();
    }

    private static List<String> item(List<String> document) {
        List<String> lines = new ArrayList<>();
        for (String line : document) {
            lines.add(lines.isEmpty() ? "- " + line : line.isEmpty() ? line : "  " + line);
        }
        return lines;
    }

    private List<String> opening(String file, YamlStyle style) {
        List<String> lines = new ArrayList<>();
        Remarks.header(file, style).ifPresent(text -> ("# " + text).lines().forEach(lines::add));
        if (style.startsWithMarker()) {
            lines.add("---");
        }
        if (lists.contains(file)) {
            lines.addAll(LIST);
        }
        return lines;
    }
}
