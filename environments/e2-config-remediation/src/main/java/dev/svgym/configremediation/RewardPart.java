package dev.svgym.configremediation;

import dev.svgym.environment.EnvironmentCard.PartCard;
import dev.svgym.reward.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The named parts of the reward, in their order. */
enum RewardPart {
    DETECT(
            0,
            1,
            0.15,
            "Severity-weighted F1 of the reported violations; on a clean task 1 iff none is reported."),
    SEVERITY(
            0,
            1,
            0.05,
            "Accuracy of the stated severities among matched reports; null where none matched."),
    FIX(0, 1, 0.30, "Weighted fraction of the violations that are gone; null on a clean task."),
    REGRESS(-1, 0, 0.10, "Minus the weight of new violations relative to the original ones."),
    MINIMALITY(
            0,
            1,
            0.10,
            "Changed nodes of the reference over changed nodes; 1 without a reference."),
    CALIBRATION(-1, 0, 0.05, "Minus the squared error of the stated confidence of success."),
    ECONOMY(0, 1, 0.05, "Share of the budget of tool calls that was left unused."),
    FORMAT(0, 1, 0.05, "1 where the answer could be read.");

    private final double min;
    private final double max;
    private final double weight;
    private final String meaning;

    RewardPart(double min, double max, double weight, String meaning) {
        this.min = min;
        this.max = max;
        this.weight = weight;
        this.meaning = meaning;
    }

    Part of(double value) {
        return of(OptionalDouble.of(value));
    }

    Part of(OptionalDouble value) {
        return new Part(label(), value, min, max, weight);
    }

    PartCard card() {
        return new PartCard(label(), min, max, weight, meaning);
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The parts where there is no answer that could be read: the least of each, so that in a sum of normalised parts
     * nothing is gained by not answering. What does not apply stays absent.
     */
    static List<Part> least(boolean clean) {
        return Arrays.stream(values())
                .map(part ->
                        part == SEVERITY || (part == FIX && clean)
                                ? part.absent()
                                : part.of(part.min))
                .toList();
    }

    /** The parts of a rollout that does not count. */
    static List<Part> none() {
        return Arrays.stream(values()).map(RewardPart::absent).toList();
    }

    private Part absent() {
        return of(OptionalDouble.empty());
    }
}
