package dev.svgym.environment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the agent does in one step, or what ends its rollout from outside. */
public sealed interface Action {

    /**
     * Runs a tool and keeps the rollout open.
     *
     * @param arguments as the agent sent them: any JSON
     */
    record ToolCall(String name, JsonNode arguments) implements Action {}

    /**
     * Ends the rollout and is judged.
     *
     * @param text the raw text of the model; reasoning that came in a field of its own is not in it
     */
    record Answer(String text) implements Action {}

    /** Ends the rollout without an answer. */
    record Truncation(Cause cause) implements Action {

        /** What cut a rollout short. */
        public enum Cause {
            /** The model ran into its token limit: its own doing, success 0. */
            TOKENS,
            /** The budget of steps is used up: its own doing, success 0. */
            STEPS,
            /** Nobody acted in time: no success, no reward. */
            IDLE,
            /** The trainer gave the rollout up: no success, no reward. */
            CANCELLED;

            /** Whether the agent answers for it, so that the rollout stays in the denominator. */
            public boolean isTheAgentsDoing() {
                return this == TOKENS || this == STEPS;
            }

            /** The name on the wire. */
            public String label() {
                return name().toLowerCase(Locale.ROOT);
            }

            public static Optional<Cause> of(String label) {
                return Arrays.stream(values())
                        .filter(cause -> cause.label().equals(label))
                        .findFirst();
            }
        }
    }
}
