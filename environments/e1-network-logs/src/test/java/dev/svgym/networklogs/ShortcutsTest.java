package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.environment.Split;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only reading the evidence pays: probes on 20,000 tasks of each split. */
class ShortcutsTest {

    private static final int TASKS = GeneratedCases.TASKS;

    @ParameterizedTest
    @EnumSource(Split.class)
    void labels_come_true_as_often_as_the_posterior_says(Split split) {
        double[] excess = new double[10];
        double[] variance = new double[10];
        for (GeneratedCase c : cases(split)) {
            int tenth = Math.min(9, (int) (c.malicious() * 10));
            excess[tenth] += (c.label() == Label.MALICIOUS ? 1 : 0) - c.malicious();
            variance[tenth] += c.malicious() * (1 - c.malicious());
        }

        for (int tenth = 0; tenth < 10; tenth++) {
            assertThat(Math.abs(excess[tenth])).isLessThan(4 * Math.sqrt(variance[tenth]) + 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void no_constant_act_succeeds_on_more_than_40_percent_in_any_bin_of_costs(Split split) {
        assertBestRuleSucceeds(cases(split), ShortcutsTest::costBin, 0.40);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void no_rule_that_ignores_the_flows_succeeds_on_more_than_45_percent(Split split) {
        assertBestRuleSucceeds(cases(split), c -> costBin(c) + priorBin(c), 0.45);
        assertBestRuleSucceeds(cases(split), c -> "" + flows(c) / 10, 0.45);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void constant_acts_earn_nothing_at_any_confidence(Split split) {
        for (Label label : Label.values()) {
            for (double confidence = 0; confidence <= 1; confidence += 0.05) {
                Reading reading = new Reading.Classified(label, confidence);

                assertThat(mean(split, c -> GeneratedCases.reward(c, reading, c.malicious())))
                        .isNegative();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void the_bayes_policy_earns_the_ceiling_within_its_interval(Split split) {
        double ceiling =
                mean(split, c -> GeneratedCases.reward(c, GeneratedCases.best(c), c.malicious()));
        double earned =
                mean(
                        split,
                        c ->
                                GeneratedCases.reward(
                                        c,
                                        GeneratedCases.best(c),
                                        c.label() == Label.MALICIOUS ? 1 : 0));
        double square =
                mean(
                        split,
                        c -> {
                            double reward =
                                    GeneratedCases.reward(
                                            c,
                                            GeneratedCases.best(c),
                                            c.label() == Label.MALICIOUS ? 1 : 0);
                            return (reward - ceiling) * (reward - ceiling);
                        });

        assertThat(ceiling).isBetween(0.15, 0.3);
        assertThat(earned).isCloseTo(ceiling, within(4 * Math.sqrt(square / TASKS)));
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void no_single_feature_succeeds_on_more_than_60_percent(Split split) {
        List<double[]> features = cases(split).stream().map(LogFeatures::of).toList();
        List<Act> acts = cases(split).stream().map(GeneratedCases::act).toList();
        for (int feature = 0; feature < features.getFirst().length; feature++) {
            assertThat(bestSplit(features, acts, feature)).isLessThanOrEqualTo(0.60);
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void no_word_or_number_tells_the_likelier_label_on_more_than_60_percent(Split split) {
        Map<String, int[]> seen = new HashMap<>();
        int malicious = 0;
        for (GeneratedCase c : cases(split)) {
            int likelier = c.malicious() > 0.5 ? 1 : 0;
            malicious += likelier;
            Set<String> words =
                    new HashSet<>(
                            Arrays.asList(
                                    c.prompt()
                                            .messages()
                                            .getLast()
                                            .content()
                                            .split("[^A-Za-z0-9.]+")));
            for (String word : words) {
                seen.computeIfAbsent(word, _ -> new int[2])[likelier]++;
            }
        }
        int benign = TASKS - malicious;
        for (Map.Entry<String, int[]> word : seen.entrySet()) {
            int[] with = word.getValue();
            int right = Math.max(with[1] + benign - with[0], with[0] + malicious - with[1]);

            assertThat(right).as(word.getKey()).isLessThanOrEqualTo(TASKS * 60 / 100);
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void every_stratum_is_there(Split split) {
        Map<Stratum, Integer> counts = new EnumMap<>(Stratum.class);
        cases(split).forEach(c -> counts.merge(c.stratum(), 1, Integer::sum));

        for (Stratum stratum : Stratum.values()) {
            if (stratum != Stratum.INLINE && stratum != Stratum.IMPORTED) {
                assertThat(counts.getOrDefault(stratum, 0))
                        .as(stratum.text())
                        .isGreaterThan(TASKS * 3 / 100);
            }
        }
    }

    @Test
    void no_case_is_in_two_splits() {
        Set<String> logs = new HashSet<>();
        for (Split split : Split.values()) {
            cases(split).forEach(c -> logs.add(c.prompt().log()));
        }

        assertThat(logs).hasSize(Split.values().length * TASKS);
    }

    private static List<GeneratedCase> cases(Split split) {
        return GeneratedCases.of(split);
    }

    private static double mean(Split split, ToDoubleFunction<GeneratedCase> value) {
        return cases(split).stream().mapToDouble(value).average().orElseThrow();
    }

    private static String costBin(GeneratedCase c) {
        Costs costs = c.prompt().costs();
        if (costs.equals(Costs.DEFAULT)) {
            return "evaluation";
        }
        return (costs.threshold(Label.MALICIOUS) < 0.7 ? "low " : "high ")
                + (costs.threshold(Label.BENIGN) < 0.85 ? "low" : "high");
    }

    private static String priorBin(GeneratedCase c) {
        String context = c.prompt().context();
        return context.substring(0, context.indexOf('%') - 2);
    }

    private static int flows(GeneratedCase c) {
        return (int) c.prompt().log().lines().filter(line -> !line.startsWith("#")).count();
    }

    /** In each large enough bin, the best constant act; over bins, the best rule by bin. */
    private static void assertBestRuleSucceeds(
            List<GeneratedCase> cases, Function<GeneratedCase, String> bin, double most) {
        Map<String, int[]> counts = new TreeMap<>();
        for (GeneratedCase c : cases) {
            int[] acts = counts.computeIfAbsent(bin.apply(c), _ -> new int[3]);
            switch (GeneratedCases.act(c)) {
                case BENIGN -> acts[0]++;
                case MALICIOUS -> acts[1]++;
                case ABSTAIN -> acts[2]++;
            }
        }
        for (Map.Entry<String, int[]> entry : counts.entrySet()) {
            int all = Arrays.stream(entry.getValue()).sum();
            int best = Arrays.stream(entry.getValue()).max().orElseThrow();
            if (all >= 1000) {
                assertThat(best / (double) all).as(entry.getKey()).isLessThanOrEqualTo(most);
            }
        }
    }

    /** The best success of a tree of depth 1: a threshold among the percentiles, an act on either side. */
    private static double bestSplit(List<double[]> features, List<Act> acts, int feature) {
        double[] values = features.stream().mapToDouble(row -> row[feature]).sorted().toArray();
        Set<Double> thresholds = new TreeSet<>();
        for (int percent = 0; percent < 100; percent++) {
            thresholds.add(values[values.length * percent / 100]);
        }
        int best = 0;
        for (double threshold : thresholds) {
            int[] below = new int[3];
            int[] above = new int[3];
            for (int i = 0; i < acts.size(); i++) {
                int[] side = features.get(i)[feature] < threshold ? below : above;
                switch (acts.get(i)) {
                    case BENIGN -> side[0]++;
                    case MALICIOUS -> side[1]++;
                    case ABSTAIN -> side[2]++;
                }
            }
            best =
                    Math.max(
                            best,
                            Arrays.stream(below).max().orElseThrow()
                                    + Arrays.stream(above).max().orElseThrow());
        }
        return best / (double) acts.size();
    }
}
