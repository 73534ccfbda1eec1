package dev.svgym.networklogs;

import dev.svgym.environment.Budget;
import dev.svgym.environment.Digest;
import dev.svgym.environment.Task;
import dev.svgym.environment.Tool;
import java.util.ArrayList;
import java.util.List;

/**
 * One case.
 *
 * @param costs as shown
 * @param malicious P(Malicious) given what is shown, in [0, 1], and 0 or 1 where the label alone is known; hidden
 * @param label as it was drawn or recorded; hidden
 */
record NetworkLogTask(
        String id,
        String digest,
        List<Message> messages,
        Costs costs,
        double malicious,
        Label label,
        String stratum)
        implements Task {

    NetworkLogTask {
        messages = List.copyOf(messages);
    }

    /**
     * The digest of a task: of what made it and of what is shown.
     *
     * @param origin the generator's version, or that the caller brought it
     */
    static String digest(String origin, List<Message> messages) {
        List<String> texts = new ArrayList<>();
        texts.add(origin);
        texts.add(Prompt.VERSION);
        for (Message message : messages) {
            texts.add(message.role());
            texts.add(message.content());
        }
        return Digest.of(texts.toArray(String[]::new));
    }

    @Override
    public List<Tool> tools() {
        return List.of();
    }

    @Override
    public Budget budget() {
        return Budget.ANSWER_ONLY;
    }

    /** Without the hidden part, so that no log line holds it. */
    @Override
    public String toString() {
        return "NetworkLogTask[id=%s, digest=%s]".formatted(id, digest);
    }
}
