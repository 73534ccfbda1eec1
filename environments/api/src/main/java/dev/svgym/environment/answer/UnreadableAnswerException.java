package dev.svgym.environment.answer;

import dev.svgym.environment.WellFormed;

/** An answer is not what was asked for. The message says what was expected and what came, in words for the trainer. */
public final class UnreadableAnswerException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableAnswerException(String message) {
        super(WellFormed.text(message));
    }
}
