package dev.svgym.configremediation.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad a violation is. */
public enum Severity {
    @JsonProperty("low")
    LOW(1),
    @JsonProperty("medium")
    MEDIUM(2),
    @JsonProperty("high")
    HIGH(4);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /** Weight of one violation in the reward's parts. */
    public int weight() {
        return weight;
    }
}
