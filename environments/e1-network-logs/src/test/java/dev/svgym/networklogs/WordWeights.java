package dev.svgym.networklogs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** TF-IDF of the words and numbers of prompts: (1 + log count) log(documents / with the word), at length 1. */
final class WordWeights {

    /** Words of fewer documents are noise: most are times and addresses. */
    private static final int LEAST_DOCUMENTS = 5;

    private final Map<String, Integer> documents = new HashMap<>();
    private final int all;

    WordWeights(List<GeneratedCase> training) {
        for (GeneratedCase c : training) {
            counts(c).keySet().forEach(word -> documents.merge(word, 1, Integer::sum));
        }
        documents.values().removeIf(count -> count < LEAST_DOCUMENTS);
        all = training.size();
    }

    Map<String, Double> of(GeneratedCase c) {
        Map<String, Double> weights = new HashMap<>();
        counts(c)
                .forEach((word, count) -> {
                    Integer with = documents.get(word);
                    if (with != null) {
                        weights.put(word, (1 + Math.log(count)) * Math.log(all / (double) with));
                    }
                });
        double length =
                Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        weights.replaceAll((_, weight) -> weight / length);
        return weights;
    }

    private static Map<String, Integer> counts(GeneratedCase c) {
        Map<String, Integer> counts = new HashMap<>();
        Arrays.stream(c.prompt().messages().getLast().content().split("[^A-Za-z0-9.]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }
}
