package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Layout;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Puts documents into files. */
final class Files {

    private Files() {}

    /** The documents in another order. */
    static List<ObjectNode> shuffled(List<ObjectNode> documents, RandomStream random) {
        List<ObjectNode> shuffled = new ArrayList<>(documents);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = random.below(i + 1);
            ObjectNode moved = shuffled.set(i, shuffled.get(other));
            shuffled.set(other, moved);
        }
        return shuffled;
    }

    /** The file of each document; those of one file stand together. */
    static List<String> names(List<ObjectNode> documents, Layout layout, RandomStream random) {
        String extension = random.percent(85) ? ".yaml" : ".yml";
        return switch (layout) {
            case SINGLE_DOCUMENT, MULTI_DOCUMENT -> {
                String name =
                        random.oneOf(
                                List.of(
                                        name(documents.getFirst()),
                                        "all",
                                        "manifests",
                                        "app",
                                        kind(documents.getFirst())));
                yield documents.stream().map(_ -> name + extension).toList();
            }
            case MULTI_FILE -> many(documents, extension, random);
        };
    }

    private static List<String> many(
            List<ObjectNode> documents, String extension, RandomStream random) {
        String folder = random.oneOf(List.of("", "", "base/", "k8s/", "deploy/prod/"));
        int style = random.below(3);
        int most = 1 + random.below(3);
        List<String> names = new ArrayList<>();
        String current = "";
        int inCurrent = 0;
        for (int i = 0; i < documents.size(); i++) {
            ObjectNode document = documents.get(i);
            boolean lastAlone = i == documents.size() - 1 && names.stream().distinct().count() == 1;
            if (inCurrent == 0 || inCurrent >= most || lastAlone) {
                current =
                        folder
                                + switch (style) {
                                    case 0 -> name(document) + "-" + kind(document);
                                    case 1 -> name(document) + "/" + kind(document);
                                    default ->
                                            10 * (i + 1)
                                                    + "-"
                                                    + kind(document)
                                                    + "-"
                                                    + name(document);
                                }
                                + extension;
                inCurrent = 0;
            }
            names.add(current);
            inCurrent++;
        }
        return names;
    }

    private static String name(ObjectNode document) {
        return document.path("metadata").path("name").stringValue();
    }

    private static String kind(ObjectNode document) {
        return document.path("kind").stringValue().toLowerCase(Locale.ROOT);
    }
}
