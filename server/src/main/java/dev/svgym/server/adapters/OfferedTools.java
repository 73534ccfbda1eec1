package dev.svgym.server.adapters;

import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of a task and, where they are shown to a client of tools alone, the answer as the last of them.
 *
 * @param tools those of the task
 * @param answer the call that ends the rollout
 */
public record OfferedTools(List<Tool> tools, Tool answer) {

    public OfferedTools {
        tools = List.copyOf(tools);
    }

    /** Those of the episode's task; before its first reset those of any task. */
    public static OfferedTools of(Episode episode) {
        EnvironmentCard card = episode.environment().card();
        return of(card, episode.attempt().map(now -> now.task().tools()).orElse(card.tools()));
    }

    /** Those of any task of an environment. */
    public static OfferedTools of(EnvironmentCard card) {
        return of(card, card.tools());
    }

    private static OfferedTools of(EnvironmentCard card, List<Tool> tools) {
        return new OfferedTools(
                tools,
                new Tool(
                        AnswerForm.ANSWER,
                        "Answers the task. Ends the attempt; the answer is judged.",
                        schema(card)));
    }

    /** The answer's schema as that of arguments: an object, without the name of a dialect. */
    private static JsonNode schema(EnvironmentCard card) {
        if (!(card.answerSchema().deepCopy() instanceof ObjectNode schema)) {
            throw new IllegalStateException("need an object as schema of the answer");
        }
        schema.remove("$schema");
        return schema;
    }

    /** All, the answer last. */
    public List<Tool> all() {
        var all = new ArrayList<>(tools);
        if (!hasOwnAnswer()) {
            all.add(answer);
        }
        return all;
    }

    Optional<Tool> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /** Whether a call of this name is the answer. */
    boolean isAnswer(String name) {
        return name.equals(AnswerForm.ANSWER) && !hasOwnAnswer();
    }

    private boolean hasOwnAnswer() {
        return find(AnswerForm.ANSWER).isPresent();
    }
}
