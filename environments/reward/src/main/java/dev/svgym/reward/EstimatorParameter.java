package dev.svgym.reward;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of an estimator.
 *
 * @param required whether it must be given
 * @param standard value where it is not given: an Integer, Double or String of the kind; empty where there is none, and
 *     {@code meaning} says what its absence means
 * @param choices the words allowed, for kinds of words; else empty
 */
public record EstimatorParameter(
        String name,
        Kind kind,
        boolean required,
        Optional<Object> standard,
        List<String> choices,
        String meaning) {

    public EstimatorParameter {
        choices = List.copyOf(choices);
    }

    static EstimatorParameter integer(String name, int standard, String meaning) {
        return new EstimatorParameter(
                name, Kind.INTEGER, false, Optional.of(standard), List.of(), meaning);
    }

    static EstimatorParameter number(String name, double standard, String meaning) {
        return new EstimatorParameter(
                name, Kind.NUMBER, false, Optional.of(standard), List.of(), meaning);
    }

    static EstimatorParameter choice(
            String name, Enum<?> standard, List<String> choices, String meaning) {
        return new EstimatorParameter(
                name,
                Kind.CHOICE,
                false,
                Optional.of(EstimatorParameters.word(standard)),
                choices,
                meaning);
    }

    static EstimatorParameter required(String name, Kind kind, String meaning) {
        return new EstimatorParameter(name, kind, true, Optional.empty(), List.of(), meaning);
    }

    static EstimatorParameter optional(
            String name, Kind kind, List<String> choices, String meaning) {
        return new EstimatorParameter(name, kind, false, Optional.empty(), choices, meaning);
    }

    /** What a value of the parameter looks like. */
    public enum Kind {
        INTEGER,
        NUMBER,
        /** One of the choices. */
        CHOICE,
        /** A list of numbers. */
        NUMBERS,
        /** A list of words of the choices. */
        CHOICES,
        /** A list of triples {@code [easy part, hard part, threshold]}; parts by index. */
        CONDITIONS
    }
}
