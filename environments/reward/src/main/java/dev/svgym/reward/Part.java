package dev.svgym.reward;

import java.util.OptionalDouble;

/**
 * One named part of a reward.
 *
 * @param value in [min, max]; absent where the part does not apply
 * @param weight default weight in a sum of normalised parts (GDPO)
 */
public record Part(String name, OptionalDouble value, double min, double max, double weight) {

    public Part {
        if (value.isPresent() && !(value.getAsDouble() >= min && value.getAsDouble() <= max)) {
            throw new IllegalArgumentException(
                    "need %s in [%s, %s], got %s".formatted(name, min, max, value.getAsDouble()));
        }
    }
}
