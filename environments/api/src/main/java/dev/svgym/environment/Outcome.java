package dev.svgym.environment;

import java.time.Duration;

/** What an action led to. */
public sealed interface Outcome {

    /** The rollout goes on. */
    record Observed(Observation observation) implements Outcome {}

    /** The rollout has ended. */
    record Finished(Verdict verdict) implements Outcome {}

    /**
     * An engine's fault: nothing happened, and the same action may be sent again. The one outcome that need not
     * repeat.
     *
     * @param engine name of the engine
     * @param detail what went wrong and what to do; free of what the agent may not see
     * @param retryAfter when to try again
     * @param overloaded whether the engine works and only has too much to do
     */
    record Failed(String engine, String detail, Duration retryAfter, boolean overloaded)
            implements Outcome {

        /** An engine that is missing or broken. */
        public Failed(String engine, String detail, Duration retryAfter) {
            this(engine, detail, retryAfter, false);
        }
    }
}
