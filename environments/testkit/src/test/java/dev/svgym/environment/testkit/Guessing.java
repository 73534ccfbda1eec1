package dev.svgym.environment.testkit;

import dev.svgym.environment.Action;
import dev.svgym.environment.Budget;
import dev.svgym.environment.Digest;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.EnvironmentCard.PartCard;
import dev.svgym.environment.Observation;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.FieldError;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.Tool;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.Verdict.Ending;
import dev.svgym.environment.answer.AnswerObject;
import dev.svgym.environment.answer.AnswerReader;
import dev.svgym.environment.answer.UnreadableAnswerException;
import dev.svgym.reward.Part;
import dev.svgym.reward.RewardRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The smallest environment: guess a secret word, with one tool that tells its length. Its methods may be broken one by one. */
class Guessing implements Environment {

    private static final AnswerReader ANSWERS = new AnswerReader(64 * 1024);
    private static final ObjectNode ANY_OBJECT =
            JsonNodeFactory.instance.objectNode().put("type", "object");

    private final String salt = "not known to agents";

    record Riddle(String id, String hint, String secret) implements Task {

        @Override
        public String digest() {
            return Digest.of(hint);
        }

        @Override
        public List<Message> messages() {
            return List.of(new Message("user", hint));
        }

        @Override
        public List<Tool> tools() {
            return List.of(new Tool("length", "Tells the length of the secret.", ANY_OBJECT));
        }

        @Override
        public Budget budget() {
            return new Budget(1, 3);
        }

        @Override
        public String stratum() {
            return "riddle";
        }

        @Override
        public String toString() {
            return "Riddle " + id;
        }
    }

    @Override
    public EnvironmentCard card() {
        return new EnvironmentCard(
                "guessing",
                "Guessing",
                "Guess a word.",
                "1",
                "one message",
                ANY_OBJECT,
                ANY_OBJECT,
                List.of(new Tool("length", "Tells the length of the secret.", ANY_OBJECT)),
                List.of(new PartCard("right", 0, 1, 1, "1 where the guess is right.")),
                "right",
                RewardRange.UNIT,
                "The guess is right.",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public Task pose(TaskReference reference) {
        if (!(reference instanceof TaskReference.Inline(var definition))) {
            throw new TaskRefusedException(Reason.UNKNOWN, "there are inline tasks alone");
        }
        List<FieldError> errors = new ArrayList<>();
        for (String name : definition.propertyNames()) {
            if (!Set.of("hint", "secret").contains(name)) {
                errors.add(new FieldError("/" + name, "unknown field"));
            }
        }
        String hint = text(definition, "hint", errors);
        String secret = text(definition, "secret", errors);
        if (!errors.isEmpty()) {
            throw new TaskRefusedException(Reason.INVALID, "unsound riddle", errors);
        }
        return riddle(Digest.of(salt, hint, secret), hint, secret);
    }

    Task riddle(String id, String hint, String secret) {
        return new Riddle(id, hint, secret);
    }

    @Override
    public Outcome step(Task task, Trajectory trajectory, Action action) {
        Riddle riddle = (Riddle) task;
        return switch (action) {
            case Action.ToolCall(var name, _) ->
                    new Outcome.Observed(Observation.text(observation(riddle, name)));
            case Action.Answer(var text) -> new Outcome.Finished(answered(riddle, text));
            case Action.Truncation(var cause) ->
                    new Outcome.Finished(
                            verdict(
                                    riddle,
                                    Ending.TRUNCATED,
                                    cause.isTheAgentsDoing()
                                            ? OptionalInt.of(0)
                                            : OptionalInt.empty(),
                                    Optional.of("truncated: " + cause.label())));
        };
    }

    String observation(Riddle riddle, String tool) {
        return tool.equals("length") ? riddle.secret().length() + " letters" : "no such tool";
    }

    Verdict answered(Riddle riddle, String text) {
        try {
            AnswerObject answer = ANSWERS.read(text);
            answer.allowOnly(Set.of("guess"));
            int right = answer.text("guess").equals(riddle.secret()) ? 1 : 0;
            return verdict(riddle, Ending.ANSWERED, OptionalInt.of(right), Optional.empty());
        } catch (UnreadableAnswerException e) {
            return verdict(
                    riddle, Ending.INVALID, OptionalInt.of(0), Optional.ofNullable(e.getMessage()));
        }
    }

    Verdict verdict(Riddle riddle, Ending ending, OptionalInt success, Optional<String> reason) {
        OptionalDouble reward =
                success.isPresent()
                        ? OptionalDouble.of(success.getAsInt())
                        : OptionalDouble.empty();
        return new Verdict(
                ending,
                success,
                reward,
                RewardRange.UNIT,
                parts(reward),
                List.of(),
                reason,
                riddle.digest(),
                "",
                "1");
    }

    List<Part> parts(OptionalDouble right) {
        return List.of(new Part("right", right, 0, 1, 1));
    }

    private static String text(JsonNode definition, String name, List<FieldError> errors) {
        JsonNode value = definition.path(name);
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().contains("\uD800")) {
            errors.add(new FieldError("/" + name, "expected a well-formed text"));
            return "";
        }
        return value.stringValue();
    }
}
