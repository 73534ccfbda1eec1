package dev.svgym.environment;

import java.util.List;

/**
 * One problem: what the agent is shown, and a hidden reference that only its environment reads.
 *
 * <p>Implemented by a record of each environment. Two tasks are equal when everything in them is, hidden part
 * included. Nothing that this interface returns, the stratum excepted, depends on the hidden part.
 */
public interface Task {

    /** Opaque, stable, and no help in guessing the hidden part. */
    String id();

    /** SHA-256, in hex, of what is shown and of the generator's version. */
    String digest();

    /** Chat messages, in order; the first observation of a rollout. */
    List<Message> messages();

    /** The tools of this task, in order; none where the answer is the only action. */
    List<Tool> tools();

    Budget budget();

    /** The stratum of this task, for reports; never shown to an agent. */
    String stratum();

    /** One chat message. */
    record Message(String role, String content) {}
}
