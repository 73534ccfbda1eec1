package dev.svgym.networklogs;

import dev.svgym.environment.answer.AnswerObject;
import dev.svgym.environment.answer.AnswerReader;
import dev.svgym.environment.answer.UnreadableAnswerException;
import dev.svgym.networklogs.Reading.Abstained;
import dev.svgym.networklogs.Reading.Classified;
import dev.svgym.networklogs.Reading.Unreadable;
import java.util.Optional;
import java.util.Set;

/** Reads {@code {"label", "confidence", "rationale"?}}, strictly. Safe for use by many threads. */
final class ReadingParser {

    static final int MAX_BYTES = 64 * 1024;

    private static final String ABSTAIN = "Abstain";
    private static final Set<String> FIELDS = Set.of("label", "confidence", "rationale");

    private final AnswerReader answers = new AnswerReader(MAX_BYTES);

    Reading parse(String text) {
        try {
            AnswerObject answer = answers.read(text);
            answer.allowOnly(FIELDS);
            answer.optionalText("rationale");
            return reading(answer);
        } catch (UnreadableAnswerException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Reading reading(AnswerObject answer) throws UnreadableAnswerException {
        String decision = answer.text("label");
        if (decision.equals(ABSTAIN)) {
            if (!answer.isNull("confidence")) {
                throw new UnreadableAnswerException(
                        "/confidence: expected null or nothing with Abstain, got a value");
            }
            return new Abstained();
        }
        Optional<Label> label = Label.of(decision);
        if (label.isEmpty()) {
            throw new UnreadableAnswerException(
                    "/label: expected exactly Benign, Malicious or Abstain, got another text of length "
                            + decision.length());
        }
        return new Classified(label.get(), answer.probability("confidence"));
    }
}
