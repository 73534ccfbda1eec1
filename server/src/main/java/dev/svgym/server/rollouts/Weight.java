package dev.svgym.server.rollouts;

/**
 * A rough estimate of what a rollout occupies, in bytes: texts count twice, for what is not shown of a task is about as
 * large as what is. It bounds a store; nobody is told it.
 */
final class Weight {

    private static final int ROLLOUT = 2048;
    private static final int STEP = 512;

    private Weight() {}

    static long of(Rollout rollout) {
        long task =
                rollout.task().messages().stream()
                        .mapToLong(message -> message.content().length())
                        .sum();
        long steps = rollout.steps().stream().mapToLong(Rollout.StoredStep::weight).sum();
        return ROLLOUT + 2 * task + steps;
    }

    static long of(ActionRequest request, ActionReply reply) {
        long characters = 0;
        if (request.answer() != null) {
            characters += request.answer().toString().length();
        }
        if (request.toolCall() != null && request.toolCall().arguments() != null) {
            characters += request.toolCall().arguments().toString().length();
        }
        if (reply.observation() != null) {
            characters += reply.observation().toString().length();
        }
        if (reply.verdict() != null) {
            for (var gate : reply.verdict().gates()) {
                characters += gate.evidence().length();
            }
        }
        return STEP + 2 * characters;
    }
}
