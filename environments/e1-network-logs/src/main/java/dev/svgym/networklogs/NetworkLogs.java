package dev.svgym.networklogs;

import dev.svgym.environment.Action;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Observation;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.Trajectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases of network logs: classify or abstain. */
public final class NetworkLogs implements Environment {

    static final String ID = "e1-network-logs";

    private final Secret secret;
    private final ReadingParser readings = new ReadingParser();
    private final Verifier verifier = new Verifier();
    private final EnvironmentCard card;

    /**
     * @param secret keys the ids of inline tasks, so that an id does not give the label away to whoever tries both;
     *     replicas that share it give the same ids
     */
    public NetworkLogs(Secret secret) {
        this.secret = secret;
        this.card =
                new EnvironmentCard(
                        ID,
                        "Network logs",
                        "A case of network traffic with its costs: call it benign or malicious with a probability, or hand it to an analyst at a price.",
                        Prompt.VERSION + " " + Verifier.VERSION,
                        "Chat messages: a system message that is the same for every case, and a user message with site, costs and log (%s)."
                                .formatted(Prompt.VERSION),
                        schema("answer"),
                        schema("inline"),
                        List.of(),
                        Verifier.PARTS,
                        "answered: c - (q - c)^2 - t^2, with c = 1 if the label is right and else 0 (the expectation over c where the posterior is known), "
                                + "q the confidence, t = 1 - abstain/false_negative for Benign and 1 - abstain/false_positive for Malicious; "
                                + "abstained: 0; invalid, and truncated by tokens or steps: -1; truncated by idle or cancelled: null",
                        AbstentionReward.RANGE,
                        "The act has the least expected cost. Where the label alone is known, that is the label; an abstention is then no success.",
                        List.of(),
                        List.of(),
                        List.of());
    }

    @Override
    public EnvironmentCard card() {
        return card;
    }

    @Override
    public Task pose(TaskReference reference) {
        return switch (reference) {
            case TaskReference.Inline(var definition) -> inline(InlineDefinition.of(definition));
            case TaskReference.ById _ ->
                    throw new TaskRefusedException(
                            Reason.UNKNOWN,
                            "no task has this id; inline tasks are not kept: send the definition again");
            case TaskReference.FromSplit(var split, _) ->
                    throw new TaskRefusedException(
                            Reason.UNKNOWN,
                            "there is no split %s of %s: it has inline tasks alone"
                                    .formatted(split.label(), ID));
        };
    }

    private NetworkLogTask inline(InlineDefinition definition) {
        Costs costs = definition.costs();
        var messages = new Prompt(definition.log(), Prompt.NO_CONTEXT, costs).messages();
        byte[] key =
                secret.hmac(
                        "inline task",
                        definition.log(),
                        definition.label().text(),
                        Double.toString(costs.falseNegative()),
                        Double.toString(costs.falsePositive()),
                        Double.toString(costs.abstain()));
        return new NetworkLogTask(
                "inline-" + HexFormat.of().formatHex(key),
                NetworkLogTask.digest(messages),
                messages,
                costs,
                definition.label() == Label.MALICIOUS ? 1 : 0,
                "inline");
    }

    @Override
    public Outcome step(Task task, Trajectory trajectory, Action action) {
        NetworkLogTask shown = (NetworkLogTask) task;
        return switch (action) {
            case Action.ToolCall _ ->
                    new Outcome.Observed(
                            Observation.text(
                                    "There are no tools here. Answer with one JSON object: label, confidence, rationale."));
            case Action.Answer(var text) ->
                    new Outcome.Finished(verifier.answered(shown, readings.parse(text)));
            case Action.Truncation(var cause) ->
                    new Outcome.Finished(verifier.truncated(shown, cause));
        };
    }

    private static JsonNode schema(String name) {
        String resource = name + ".schema.json";
        try (InputStream stream = NetworkLogs.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
