package dev.svgym.server.adapters.nemogym;

/** What a request's cookie says. */
sealed interface GymSession {

    /** Where a request carries it. */
    String ATTRIBUTE = "dev.svgym.nemo-gym.session";

    /** No session was begun. */
    record None() implements GymSession {}

    /**
     * A rollout.
     *
     * @param rollout its id
     * @param row digest of what the row that it was begun with says of its task
     */
    record Begun(String rollout, String row) implements GymSession {}

    /** A cookie that this server did not give, or that has expired. */
    record Refused() implements GymSession {}
}
