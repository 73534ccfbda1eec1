package dev.svgym.server.arithmetic;

import dev.svgym.environment.Action;
import dev.svgym.environment.Budget;
import dev.svgym.environment.Digest;
import dev.svgym.environment.Engine;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Observation;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.Tool;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.answer.AnswerObject;
import dev.svgym.environment.answer.AnswerReader;
import dev.svgym.environment.answer.UnreadableAnswerException;
import dev.svgym.reward.Part;
import dev.svgym.reward.RewardRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small environment that needs everything a large one does: "what is a + b?", a tool that adds, and an adder that can
 * be switched off. {@code {"sum": 5}} answers, {@code {"sum": null}} abstains. A right sum earns 1, less a tenth for each
 * tool call; a wrong one 0, an unreadable one -1.
 */
public final class Arithmetic implements Environment {

    /** Stands in the hidden part of every inline task that tests make. */
    public static final String CANARY = "canary-7d1f";

    private static final RewardRange RANGE = new RewardRange(-1, 1);
    private static final long SIZE = 1000;
    private static final AnswerReader READER = new AnswerReader(4096);

    private volatile boolean adderIsUp = true;
    private volatile boolean adderIsBusy;
    private volatile long slowness;

    /** Steps that were computed. */
    public final AtomicInteger computed = new AtomicInteger();

    public void switchAdder(boolean up) {
        adderIsUp = up;
    }

    /** Whether the adder has more to do than it may have. */
    public void overloadAdder(boolean busy) {
        adderIsBusy = busy;
    }

    /** Makes every step take so many milliseconds. */
    public void slowDown(long millis) {
        slowness = millis;
    }

    record Sum(String id, int a, int b, String hidden, Budget budget) implements Task {

        @Override
        public String digest() {
            return Digest.of("arithmetic/1", Integer.toString(a), Integer.toString(b));
        }

        @Override
        public List<Message> messages() {
            return List.of(new Message("user", "What is %d + %d?".formatted(a, b)));
        }

        @Override
        public List<Tool> tools() {
            return TOOLS;
        }

        @Override
        public String stratum() {
            return "stratum-" + CANARY;
        }
    }

    private static final List<Tool> TOOLS =
            List.of(new Tool("add", "Adds the two numbers.", schema()));

    private static ObjectNode schema() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    @Override
    public EnvironmentCard card() {
        return new EnvironmentCard(
                "arithmetic",
                "Arithmetic",
                "Adds two numbers.",
                "1",
                "One question.",
                schema(),
                schema(),
                TOOLS,
                List.of(
                        new EnvironmentCard.PartCard("correct", 0, 1, 1, "The sum is right."),
                        new EnvironmentCard.PartCard("economy", 0, 1, 0.5, "Few tool calls.")),
                "1 - calls / 10 where the sum is right, else 0; -1 where it is unreadable",
                RANGE,
                "the sum is right",
                List.of(
                        new EnvironmentCard.SplitCard(Split.TRAIN, SIZE),
                        new EnvironmentCard.SplitCard(Split.TEST, 3)),
                List.of("small"),
                List.of(new EnvironmentCard.NamedDigest("policy", "none")),
                List.of(new EnvironmentCard.CeilingCard(Split.TRAIN, "small", 0.5, 1, 0)));
    }

    @Override
    public List<Engine> engines() {
        return List.of(new Engine("adder", "1", adderIsUp, adderIsUp ? "embedded" : "is off"));
    }

    @Override
    public Task pose(TaskReference reference) {
        return switch (reference) {
            case TaskReference.ById(var id) -> byId(id);
            case TaskReference.FromSplit(var split, var index) -> fromSplit(split, index);
            case TaskReference.FromSet(var set, _, _) ->
                    throw unknown("expected a split of this environment, got the set " + set);
            case TaskReference.Inline(var definition) -> inline(definition);
        };
    }

    private static Task byId(String id) {
        String[] parts = id.split("-", -1);
        return Split.of(parts[0])
                .filter(split -> parts.length == 2 && parts[1].matches("\\d{1,9}"))
                .map(split -> fromSplit(split, Long.parseLong(parts[1])))
                .orElseThrow(() -> unknown("expected an id such as train-3, got " + id));
    }

    private static Task fromSplit(Split split, long index) {
        long size = split == Split.TRAIN ? SIZE : split == Split.TEST ? 3 : 0;
        if (index >= size) {
            throw unknown("expected an index below %d, got %d".formatted(size, index));
        }
        return new Sum(split.label() + "-" + index, (int) index, 2, CANARY, new Budget(3, 4));
    }

    private Task inline(JsonNode definition) {
        if (definition.path("needs_adder").asBoolean(false) && adderIsBusy) {
            throw new TaskRefusedException(
                    TaskRefusedException.Reason.OVERLOADED, "the adder is busy; try again later");
        }
        if (definition.path("needs_adder").asBoolean(false) && !adderIsUp) {
            throw new TaskRefusedException(
                    TaskRefusedException.Reason.UNAVAILABLE, "the adder is off; try again later");
        }
        if (!definition.path("a").isInt() || !definition.path("b").isInt()) {
            throw new TaskRefusedException(
                    TaskRefusedException.Reason.INVALID,
                    "expected two whole numbers",
                    List.of(new TaskRefusedException.FieldError("/a", "expected a whole number")));
        }
        int a = definition.path("a").intValue();
        int b = definition.path("b").intValue();
        return new Sum(
                "inline-" + Digest.of(a + "+" + b).substring(0, 12),
                a,
                b,
                definition.path("note").asString(""),
                new Budget(3, 4));
    }

    private static TaskRefusedException unknown(String message) {
        return new TaskRefusedException(TaskRefusedException.Reason.UNKNOWN, message);
    }

    @Override
    public Optional<JsonNode> reference(Task task) {
        var sum = (Sum) task;
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        reference.putObject("answer").put("sum", sum.a() + sum.b());
        reference.put("hidden", sum.hidden());
        return Optional.of(reference);
    }

    @Override
    public Outcome step(Task task, Trajectory trajectory, Action action) {
        computed.incrementAndGet();
        pause();
        var sum = (Sum) task;
        return switch (action) {
            case Action.ToolCall call -> call(sum, trajectory, call);
            case Action.Truncation(var cause) ->
                    new Outcome.Finished(
                            cause.isTheAgentsDoing()
                                    ? verdict(
                                            sum, Verdict.Ending.TRUNCATED, 0, -1, 0, cause.label())
                                    : lost(sum, cause.label()));
            case Action.Answer(var text) -> answer(sum, trajectory, text);
        };
    }

    private void pause() {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome call(Sum sum, Trajectory trajectory, Action.ToolCall call) {
        if (call.name().equals("explode")) {
            throw new IllegalStateException("the hidden part is " + sum.hidden());
        }
        if (!call.name().equals("add")) {
            return new Outcome.Observed(
                    Observation.text("expected the tool add, got " + call.name()));
        }
        if (trajectory.toolCalls() >= sum.budget().toolCalls()) {
            return new Outcome.Observed(Observation.text("no tool calls are left"));
        }
        if (!adderIsUp || adderIsBusy) {
            return new Outcome.Failed(
                    "adder",
                    adderIsUp ? "it is busy" : "it is off",
                    Duration.ofSeconds(7),
                    adderIsUp);
        }
        return new Outcome.Observed(
                new Observation(
                        "the sum is " + (sum.a() + sum.b()),
                        JsonNodeFactory.instance.objectNode().put("sum", sum.a() + sum.b())));
    }

    private Outcome answer(Sum sum, Trajectory trajectory, String text) {
        if (!adderIsUp || adderIsBusy) {
            return new Outcome.Failed(
                    "adder",
                    adderIsUp ? "it is busy" : "it is off",
                    Duration.ofSeconds(7),
                    adderIsUp);
        }
        try {
            AnswerObject answer = READER.read(text);
            if (answer.has("sum") && answer.isNull("sum")) {
                return new Outcome.Finished(verdict(sum, Verdict.Ending.ABSTAINED, 0, 0, 0, ""));
            }
            if (answer.has("probability")) {
                answer.probability("probability");
            }
            boolean right = text.contains("\"sum\":" + (sum.a() + sum.b()));
            double reward = right ? 1 - trajectory.toolCalls() / 10.0 : 0;
            return new Outcome.Finished(
                    verdict(sum, Verdict.Ending.ANSWERED, right ? 1 : 0, reward, reward, ""));
        } catch (UnreadableAnswerException e) {
            return new Outcome.Finished(
                    verdict(sum, Verdict.Ending.INVALID, 0, -1, 0, String.valueOf(e.getMessage())));
        }
    }

    private static Verdict verdict(
            Sum sum,
            Verdict.Ending ending,
            int success,
            double reward,
            double economy,
            String why) {
        return verdict(
                sum,
                ending,
                OptionalInt.of(success),
                OptionalDouble.of(reward),
                OptionalDouble.of(economy),
                why);
    }

    private static Verdict lost(Sum sum, String why) {
        return verdict(
                sum,
                Verdict.Ending.TRUNCATED,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                why);
    }

    private static Verdict verdict(
            Sum sum,
            Verdict.Ending ending,
            OptionalInt success,
            OptionalDouble reward,
            OptionalDouble economy,
            String why) {
        var correct =
                success.isPresent()
                        ? OptionalDouble.of(success.getAsInt())
                        : OptionalDouble.empty();
        return new Verdict(
                ending,
                success,
                reward,
                RANGE,
                List.of(
                        new Part("correct", correct, 0, 1, 1),
                        new Part("economy", economy, 0, 1, 0.5)),
                List.of(new Verdict.Gate("sum", success.orElse(0) == 1, "read")),
                why.isEmpty() ? Optional.empty() : Optional.of(why),
                sum.digest(),
                "none",
                "1");
    }
}
