package dev.svgym.networklogs.imports;

import java.util.Locale;
import java.util.Optional;

/** What sources call the two labels. */
final class Labels {

    private Labels() {}

    /** Whether a text says malicious; empty where it says neither. */
    static Optional<Boolean> malicious(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "benign", "normal", "0" -> Optional.of(false);
            case "malicious", "attack", "1" -> Optional.of(true);
            default -> Optional.empty();
        };
    }
}
