package dev.svgym.configremediation.imports;

import dev.svgym.configremediation.model.ConfigKind;
import java.util.Arrays;
import java.util.List;

/** How many violations a config has: what imported tasks are stratified by, within their kind. */
public enum ViolationCount {
    NONE("clean", 0),
    ONE("1", 1),
    FEW("2-3", 3),
    MANY("4-6", 6),
    MORE("7+", Integer.MAX_VALUE);

    private final String text;
    private final int most;

    ViolationCount(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /** Of a config with so many. */
    public static ViolationCount of(int violations) {
        return Arrays.stream(values())
                .filter(count -> violations <= count.most)
                .findFirst()
                .orElseThrow();
    }

    /** Every name that {@link #stratum} gives. */
    public static List<String> strata(List<ConfigKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> Arrays.stream(values()).map(count -> count.stratum(kind)))
                .toList();
    }

    /** The name of the stratum of an imported task, such as {@code imported/kubernetes/2-3}. */
    public String stratum(ConfigKind kind) {
        return "imported/%s/%s".formatted(kind.label(), text);
    }

    String text() {
        return text;
    }
}
