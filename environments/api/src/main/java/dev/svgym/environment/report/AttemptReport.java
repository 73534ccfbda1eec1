package dev.svgym.environment.report;

import dev.svgym.environment.Action;
import dev.svgym.environment.Task;
import dev.svgym.environment.Trajectory;

/**
 * Gathers attempts and reports on them. The truth comes from the tasks alone, never from whoever attempted them. Not for
 * sharing between threads.
 */
public interface AttemptReport {

    /**
     * Takes one attempt.
     *
     * @param task as posed by the environment of this report
     * @param trajectory the tool calls before the ending, as far as they are known
     * @param ending an answer or a truncation
     */
    void add(Task task, Trajectory trajectory, Action ending);

    /** Takes one attempt that called no tool. */
    default void add(Task task, Action ending) {
        add(task, Trajectory.EMPTY, ending);
    }

    /**
     * Takes an attempt that our own fault ended: it leaves the denominator and is counted.
     */
    void addError();

    /**
     * The report on all that was taken.
     *
     * @throws IllegalStateException where nothing was
     */
    ReportFiles files(ReportSubject subject);
}
