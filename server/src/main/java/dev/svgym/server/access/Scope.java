package dev.svgym.server.access;

import java.util.Arrays;
import java.util.stream.Stream;

/** What a key allows. Each scope holds those before it. */
enum Scope {
    /** Cards, tasks, trajectories, reports, metrics. */
    READ,
    /** Rollouts, verdicts and advantages. */
    ROLLOUT,
    /** References of tasks and imports: {@code /v1/admin}. */
    ADMIN;

    /** This scope and those that it holds. */
    Stream<Scope> held() {
        return Arrays.stream(values()).filter(scope -> scope.compareTo(this) <= 0);
    }
}
