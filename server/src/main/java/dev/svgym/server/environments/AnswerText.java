package dev.svgym.server.environments;

import dev.svgym.server.problems.FieldErrors;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The answer of a request as the text that an environment reads. */
public final class AnswerText {

    private AnswerText() {}

    /** A string as it is, an object as its JSON; empty where it is neither, which is added to the errors. */
    public static Optional<String> of(JsonNode answer, FieldErrors errors, String pointer) {
        if (answer.isString()) {
            return Optional.of(answer.stringValue());
        }
        errors.require(
                answer.isObject(),
                pointer,
                "expected the raw text of the model or the answer as a JSON object");
        return answer.isObject() ? Optional.of(answer.toString()) : Optional.empty();
    }
}
