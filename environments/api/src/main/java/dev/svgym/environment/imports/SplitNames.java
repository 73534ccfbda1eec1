package dev.svgym.environment.imports;

import dev.svgym.environment.Split;
import java.util.Optional;

/** What data sets call their splits. */
public final class SplitNames {

    private SplitNames() {}

    /** The split that a data set's name for one means; empty where it means none that an import may fill. */
    public static Optional<Split> read(String name) {
        return switch (name) {
            case "dev", "val" -> Optional.of(Split.VALIDATION);
            default -> Split.of(name).filter(split -> split != Split.PRIVATE);
        };
    }
}
