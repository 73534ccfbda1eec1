package dev.svgym.networklogs;

import dev.svgym.environment.Split;
import dev.svgym.environment.generation.Secret;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** The first tasks of each split with what is hidden, made once for all tests; and the policy that knows it. */
final class GeneratedCases {

    static final int TASKS = 20_000;

    private static final Map<Split, List<GeneratedCase>> CASES = new EnumMap<>(Split.class);

    private GeneratedCases() {}

    static synchronized List<GeneratedCase> of(Split split) {
        return CASES.computeIfAbsent(split, GeneratedCases::generate);
    }

    private static List<GeneratedCase> generate(Split split) {
        var splits =
                new GeneratedSplits(
                        Optional.of(Secret.of("a secret of the tests")), Scoring.POSTERIOR);
        return LongStream.range(0, TASKS).mapToObj(index -> splits.generate(split, index)).toList();
    }

    /** The act of least expected cost. */
    static Act act(GeneratedCase c) {
        return c.prompt().costs().bayesAct(c.malicious());
    }

    /** That act, with the posterior for its confidence. */
    static Reading best(GeneratedCase c) {
        return switch (act(c)) {
            case BENIGN -> new Reading.Classified(Label.BENIGN, 1 - c.malicious());
            case MALICIOUS -> new Reading.Classified(Label.MALICIOUS, c.malicious());
            case ABSTAIN -> new Reading.Abstained();
        };
    }

    /** The reward of a reading, expected over the label. */
    static double reward(GeneratedCase c, Reading reading) {
        return reward(c, reading, c.malicious());
    }

    static double reward(GeneratedCase c, Reading reading, double malicious) {
        return new AbstentionReward(c.prompt().costs()).of(reading, malicious);
    }
}
