package dev.svgym.networklogs;

import dev.svgym.environment.Action;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Observation;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.generation.Secret;
import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportedSets;
import dev.svgym.environment.imports.ImportedTaskIds;
import dev.svgym.environment.imports.TaskImporter;
import dev.svgym.environment.report.AttemptReport;
import dev.svgym.networklogs.imports.ImportedCase;
import dev.svgym.networklogs.imports.NetworkLogImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases of network logs: classify or abstain. */
public final class NetworkLogs implements Environment {

    static final String ID = "e1-network-logs";

    /** What the names of its settings begin with. */
    static final String SETTINGS = "svgym.network-logs";

    private static final String INLINE = "inline";
    private static final ImportedTaskIds IMPORTED_IDS = new ImportedTaskIds(GeneratedSplits.IDS);

    private final Secret secret;
    private final GeneratedSplits splits;
    private final ReadingParser readings = new ReadingParser();
    private final Verifier verifier = new Verifier();
    private final ImportedSets imported;
    private final NetworkLogImporter importer;
    private volatile ShownCard shown;

    /**
     * @param secret keys the seeds of the private split, and the ids of inline tasks, so that an id does not give the
     *     label away to whoever tries both; replicas share it. Without one there is no private split, and ids of inline
     *     tasks are keyed for this object alone.
     * @param scoring of generated tasks
     */
    public NetworkLogs(Optional<Secret> secret, Scoring scoring) {
        this(secret, scoring, ImportFolder.none(SETTINGS));
    }

    /**
     * The same with imported sets.
     *
     * @param folder of the sets
     */
    public NetworkLogs(Optional<Secret> secret, Scoring scoring, ImportFolder folder) {
        this.secret = secret.orElseGet(() -> Secret.random(new SecureRandom()));
        this.splits = new GeneratedSplits(secret, scoring);
        this.imported = new ImportedSets(folder.path());
        this.importer = new NetworkLogImporter(folder, imported);
        this.shown = shown(imported.state());
    }

    /** The card with the imported sets as they were. */
    private record ShownCard(long sets, EnvironmentCard card) {}

    private ShownCard shown(long sets) {
        List<SplitCard> all = new ArrayList<>(splits.cards());
        all.addAll(imported.cards());
        return new ShownCard(
                sets,
                new EnvironmentCard(
                        ID,
                        "Network logs",
                        "A case of network traffic with its costs: call it benign or malicious with a probability, or hand it to an analyst at a price.",
                        String.join(" ", CaseGenerator.VERSION, Prompt.VERSION, Verifier.VERSION),
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
                        all,
                        Arrays.stream(Stratum.values()).map(Stratum::text).toList(),
                        List.of(),
                        Ceilings.measured()));
    }

    @Override
    public EnvironmentCard card() {
        long sets = imported.state();
        ShownCard now = shown;
        if (now.sets() != sets) {
            now = shown(sets);
            shown = now;
        }
        return now.card();
    }

    @Override
    public boolean isBrief() {
        return true;
    }

    @Override
    public Optional<TaskImporter> importer() {
        return Optional.of(importer);
    }

    @Override
    public Optional<AttemptReport> report() {
        return Optional.of(new NetworkLogAttempts(card().version()));
    }

    @Override
    public Task pose(TaskReference reference) {
        return switch (reference) {
            case TaskReference.Inline(var definition) -> inline(InlineDefinition.of(definition));
            case TaskReference.FromSplit(var split, var index) -> splits.task(split, index);
            case TaskReference.FromSet inSet -> imported(inSet);
            case TaskReference.ById(var id) ->
                    GeneratedSplits.IDS
                            .read(id)
                            .map(known -> splits.task(known.split(), known.index()))
                            .or(() -> IMPORTED_IDS.read(id).map(this::imported))
                            .orElseThrow(() ->
                                    new TaskRefusedException(
                                            Reason.UNKNOWN,
                                            "no task has this id; inline tasks are not kept: send the definition again"));
        };
    }

    private NetworkLogTask imported(TaskReference.FromSet place) {
        var found = ImportedCase.of(imported.read(place.set(), place.split(), place.index()));
        var messages = new Prompt(found.log(), Prompt.NO_CONTEXT, Costs.DEFAULT).messages();
        return new NetworkLogTask(
                IMPORTED_IDS.of(place),
                NetworkLogTask.digest(NetworkLogImporter.VERSION, messages),
                messages,
                Costs.DEFAULT,
                found.malicious() ? 1 : 0,
                found.malicious() ? Label.MALICIOUS : Label.BENIGN,
                Stratum.IMPORTED.text());
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
                NetworkLogTask.digest(INLINE, messages),
                messages,
                costs,
                definition.label() == Label.MALICIOUS ? 1 : 0,
                definition.label(),
                Stratum.INLINE.text());
    }

    @Override
    public Optional<JsonNode> reference(Task task) {
        NetworkLogTask posed = (NetworkLogTask) task;
        return Optional.of(
                GeneratedSplits.IDS
                        .read(posed.id())
                        .map(known -> splits.generate(known.split(), known.index()))
                        .map(generated ->
                                Solution.of(posed, generated.label(), generated.malicious()))
                        .orElseGet(() -> Solution.of(posed)));
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
