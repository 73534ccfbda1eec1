package dev.svgym.environment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A named, fixed part of the tasks. No task is in two of them. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST,
    /** Shifted parameters with the same meaning: for generalisation. */
    OOD,
    /** Seeds are keyed by a secret, so that nobody else can make these tasks again. */
    PRIVATE;

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Split> of(String label) {
        return Arrays.stream(values()).filter(split -> split.label().equals(label)).findFirst();
    }
}
