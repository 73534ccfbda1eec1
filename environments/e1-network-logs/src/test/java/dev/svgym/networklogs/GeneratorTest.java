package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the specification of the generator says of every case, on 20,000 of each split. */
class GeneratorTest {

    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @EnumSource(Split.class)
    void posteriors_are_clear_of_both_thresholds(Split split) {
        for (GeneratedCase c : GeneratedCases.of(split)) {
            double logOdds = Odds.log(c.malicious());
            double forMalicious = Odds.log(costs(c).threshold(Label.MALICIOUS));
            double forBenign = -Odds.log(costs(c).threshold(Label.BENIGN));

            assertThat(Math.abs(logOdds - forMalicious)).isGreaterThanOrEqualTo(0.5 - ROUNDING);
            assertThat(Math.abs(logOdds - forBenign)).isGreaterThanOrEqualTo(0.5 - ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void thresholds_are_in_their_ranges_and_evaluations_costs_are_among_them(Split split) {
        int evaluations = 0;
        for (GeneratedCase c : GeneratedCases.of(split)) {
            double prior = prior(c) / 100.0;

            assertThat(costs(c).threshold(Label.MALICIOUS))
                    .isBetween(Math.max(0.5, prior) + 0.02 - ROUNDING, 0.9 + ROUNDING);
            assertThat(costs(c).threshold(Label.BENIGN))
                    .isBetween(Math.max(0.5, 1 - prior) + 0.02 - ROUNDING, 0.97 + ROUNDING);
            evaluations += costs(c).equals(new Costs(10, 1, 0.4)) ? 1 : 0;
        }
        assertThat(evaluations).isBetween(GeneratedCases.TASKS / 5, GeneratedCases.TASKS * 3 / 10);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void windows_have_1_to_50_flows_in_order_of_time_of_one_host(Split split) {
        Set<Integer> lengths = new HashSet<>();
        for (GeneratedCase c : GeneratedCases.of(split)) {
            List<LogRow> rows = LogRow.of(c.prompt().log());
            lengths.add(rows.size());
            double before = 0;
            for (LogRow row : rows) {
                assertThat(row.text("id.orig_h")).isEqualTo(rows.getFirst().text("id.orig_h"));
                assertThat(row.number("ts")).isGreaterThanOrEqualTo(before);
                before = row.number("ts");
            }
        }
        assertThat(lengths).hasSize(50).allMatch(length -> length >= 1 && length <= 50);
    }

    /** In each range of priors, as many malicious cases with a property as without, up to chance. */
    @ParameterizedTest
    @EnumSource(Split.class)
    void length_missing_values_planted_text_host_and_format_tell_nothing_of_the_label(Split split) {
        Map<String, Function<GeneratedCase, Object>> properties =
                Map.of(
                        "length", c -> Math.min(4, length(c) / 5),
                        "missing values", c -> Math.min(2, missing(c)),
                        "planted text", c -> c.stratum() == Stratum.ADVERSARIAL_TEXT,
                        "host", c -> hostNumber(c) / 50,
                        "format", c -> c.prompt().log().startsWith("{"));
        properties.forEach((name, property) -> {
            Map<String, List<GeneratedCase>> cells = new HashMap<>();
            Map<Integer, List<GeneratedCase>> whole = new HashMap<>();
            for (GeneratedCase c : GeneratedCases.of(split)) {
                int range = prior(c) / 10;
                whole.computeIfAbsent(range, _ -> new ArrayList<>()).add(c);
                cells.computeIfAbsent(range + " " + property.apply(c), _ -> new ArrayList<>())
                        .add(c);
            }
            cells.forEach((cell, cases) -> {
                int range = Integer.parseInt(cell.substring(0, 1));
                double expected = mean(whole.getOrDefault(range, List.of()));
                double chance = 4.5 * 0.42 / Math.sqrt(cases.size());

                assertThat(Math.abs(mean(cases) - expected))
                        .as(name + " " + cell)
                        .isLessThan(chance);
            });
        });
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void
            no_shown_number_is_on_one_side_of_a_threshold_with_the_likelier_label_on_more_than_60_percent(
                    Split split) {
        List<ToDoubleFunction<GeneratedCase>> numbers =
                List.of(
                        GeneratorTest::prior,
                        c -> costs(c).falseNegative(),
                        c -> costs(c).falsePositive(),
                        c -> costs(c).abstain(),
                        GeneratorTest::length);
        for (ToDoubleFunction<GeneratedCase> number : numbers) {
            assertThat(bestThreshold(GeneratedCases.of(split), number)).isLessThanOrEqualTo(0.60);
        }
    }

    /** The best act of each cell of prior, costs, length and format, learnt on one half and tried on the other. */
    @ParameterizedTest
    @EnumSource(Split.class)
    void a_table_of_all_but_the_flows_succeeds_on_no_more_than_45_percent(Split split) {
        List<GeneratedCase> cases = GeneratedCases.of(split);
        int half = cases.size() / 2;
        Map<String, Map<Act, Integer>> table = new HashMap<>();
        for (GeneratedCase c : cases.subList(0, half)) {
            table.computeIfAbsent(cell(c), _ -> new EnumMap<>(Act.class))
                    .merge(GeneratedCases.act(c), 1, Integer::sum);
        }
        int right = 0;
        for (GeneratedCase c : cases.subList(half, cases.size())) {
            Map<Act, Integer> acts = table.getOrDefault(cell(c), Map.of(Act.ABSTAIN, 1));
            Act best = Collections.max(acts.entrySet(), Map.Entry.comparingByValue()).getKey();
            right += GeneratedCases.act(c) == best ? 1 : 0;
        }

        assertThat(right / (double) half).isLessThanOrEqualTo(0.45);
    }

    @Test
    void the_shifted_site_says_what_is_shifted_and_shares_no_address_with_the_usual_one() {
        GeneratedCase usual = GeneratedCases.of(Split.TEST).getFirst();
        GeneratedCase shifted = GeneratedCases.of(Split.OOD).getFirst();

        assertThat(shifted.prompt().context())
                .contains("durations and gaps between flows are 4 times as long as usual")
                .contains("payloads 6 times as large")
                .contains("Services listen on other ports: 2222 for 22, 2323 for 23")
                .contains("Internal addresses start with 172.19.");
        assertThat(usual.prompt().context())
                .contains("Internal addresses start with 10.20.")
                .doesNotContain("times as l", "other ports");
        for (String field : List.of("id.orig_h", "id.resp_h", "id.resp_p")) {
            assertThat(Collections.disjoint(values(Split.OOD, field), values(Split.TEST, field)))
                    .as(field)
                    .isTrue();
        }
    }

    private static Set<String> values(Split split, String field) {
        Set<String> values = new HashSet<>();
        for (GeneratedCase c : GeneratedCases.of(split)) {
            LogRow.of(c.prompt().log()).forEach(row -> values.add(row.text(field)));
        }
        return values;
    }

    private static Costs costs(GeneratedCase c) {
        return c.prompt().costs();
    }

    /** In percent, as shown. */
    private static int prior(GeneratedCase c) {
        String context = c.prompt().context();
        int end = context.indexOf(" % are malicious");
        return Integer.parseInt(context.substring(context.lastIndexOf(' ', end - 1) + 1, end));
    }

    private static int missing(GeneratedCase c) {
        return (int)
                LogRow.of(c.prompt().log()).stream()
                        .filter(row -> row.carriesData() && row.text("duration").isEmpty())
                        .count();
    }

    private static int length(GeneratedCase c) {
        return (int) c.prompt().log().lines().filter(line -> !line.startsWith("#")).count();
    }

    private static int hostNumber(GeneratedCase c) {
        String log = c.prompt().log();
        int from = log.indexOf(".7.") + 3;
        int to = from;
        while (Character.isDigit(log.charAt(to))) {
            to++;
        }
        return Integer.parseInt(log.substring(from, to));
    }

    private static double mean(List<GeneratedCase> cases) {
        return cases.stream().mapToDouble(GeneratedCase::malicious).average().orElseThrow();
    }

    private static String cell(GeneratedCase c) {
        return "%d %.1f %.1f %d %s"
                .formatted(
                        prior(c) / 10,
                        costs(c).threshold(Label.MALICIOUS),
                        costs(c).threshold(Label.BENIGN),
                        Math.min(3, length(c) / 6),
                        c.prompt().log().startsWith("{"));
    }

    private static double bestThreshold(
            List<GeneratedCase> cases, ToDoubleFunction<GeneratedCase> number) {
        double[] values = cases.stream().mapToDouble(number).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int best = 0;
        for (int percent = 0; percent < 100; percent++) {
            double threshold = sorted[sorted.length * percent / 100];
            int right = 0;
            for (int i = 0; i < values.length; i++) {
                right += values[i] >= threshold == cases.get(i).malicious() > 0.5 ? 1 : 0;
            }
            best = Math.max(best, Math.max(right, values.length - right));
        }
        return best / (double) values.length;
    }
}
