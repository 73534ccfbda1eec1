package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Split;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What classifiers learn from 20,000 tasks of the training split, on tasks of the test split that they never saw. */
class LearnedBaselinesTest {

    /** The Bayes policy succeeds on every task. */
    private static final double BAYES = 1;

    private static final double GUESSING = 1.0 / 3;
    private static final int UNSEEN = 5_000;

    @Test
    void word_counts_stay_far_below_the_bayes_policy() {
        var words = new WordWeights(GeneratedCases.of(Split.TRAIN));

        double success = success(words::of);

        System.out.printf("TF-IDF logistic classifier: success %.3f%n", success);
        assertThat(success).isLessThan(BAYES - 0.10);
    }

    @Test
    void whoever_reads_the_flows_learns_but_does_not_reach_the_bayes_policy() {
        double success = success(FlowCounts::of);

        System.out.printf("logistic classifier of flows: success %.3f%n", success);
        assertThat(success).isBetween(GUESSING + 0.15, BAYES - 0.10);
    }

    private static double success(Function<GeneratedCase, Map<String, Double>> features) {
        List<GeneratedCase> seen = GeneratedCases.of(Split.TRAIN);
        var learned =
                LearnedActs.train(
                        seen.stream().map(features).toList(),
                        seen.stream().map(GeneratedCases::act).toList());
        return GeneratedCases.of(Split.TEST).stream()
                .limit(UNSEEN)
                .mapToInt(c -> learned.act(features.apply(c)) == GeneratedCases.act(c) ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
