package dev.svgym.configremediation;

import dev.svgym.configremediation.Judge.Finding;
import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.generation.Stratum;
import dev.svgym.configremediation.imports.ConfigImporter;
import dev.svgym.configremediation.imports.ViolationCount;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.environment.Action;
import dev.svgym.environment.Engine;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.EnvironmentCard.NamedDigest;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.answer.UnreadableAnswerException;
import dev.svgym.environment.generation.Secret;
import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportedSets;
import dev.svgym.environment.imports.ImportedTaskIds;
import dev.svgym.environment.imports.TaskImporter;
import dev.svgym.environment.report.AttemptReport;
import dev.svgym.reward.RewardRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** E2: find and repair what is insecure in a configuration, and break nothing. */
public final class ConfigRemediation implements Environment {

    /** Of prompts, verifier and reward. */
    static final String VERSION = "e2-2";

    /** What the names of its settings begin with. */
    static final String SETTINGS = "svgym.config-remediation";

    private static final ImportedTaskIds IMPORTED_IDS =
            new ImportedTaskIds(GeneratedSets.KUBERNETES_IDS);

    private final Catalogue catalogue;
    private final Engines engines;
    private final InlineTasks inline;
    private final GeneratedSets generated;
    private final ImportedSets sets;
    private final TaskImporter importer;
    private final ImportedTasks imported;
    private final PosedTasks posed;
    private final List<String> strata;
    private volatile ShownCard shown;

    /**
     * @param kinds of configuration that are served
     * @param engines judge by the rules of the catalogue
     * @param secret keys the seeds of the private split; without one there is none
     * @param keptTasks generated tasks that are kept, so that posing one again costs nothing
     */
    public ConfigRemediation(
            List<ConfigKind> kinds,
            Catalogue catalogue,
            Engines engines,
            Optional<Secret> secret,
            int keptTasks) {
        this(kinds, catalogue, engines, secret, keptTasks, ImportFolder.none(SETTINGS));
    }

    /**
     * The same with imported sets.
     *
     * @param folder of the sets
     */
    public ConfigRemediation(
            List<ConfigKind> kinds,
            Catalogue catalogue,
            Engines engines,
            Optional<Secret> secret,
            int keptTasks,
            ImportFolder folder) {
        this.catalogue = catalogue;
        this.engines = engines;
        this.inline = new InlineTasks(kinds, catalogue, engines);
        this.generated = new GeneratedSets(kinds, catalogue, engines, secret);
        this.sets = new ImportedSets(folder.path());
        this.importer = ConfigImporter.of(kinds, catalogue, engines, folder, sets);
        this.imported = new ImportedTasks(kinds, catalogue, engines, sets, IMPORTED_IDS);
        this.posed = new PosedTasks(keptTasks, generated::task);
        this.strata =
                Stream.of(
                                Stratum.names(),
                                List.of(InlineTasks.STRATUM),
                                ViolationCount.strata(kinds))
                        .flatMap(List::stream)
                        .toList();
        this.shown = shown(sets.state());
    }

    /** The card with the imported sets as they were. */
    private record ShownCard(long sets, EnvironmentCard card) {}

    private ShownCard shown(long state) {
        return new ShownCard(
                state,
                new EnvironmentCard(
                        "e2-config-remediation",
                        "Config remediation",
                        "Find and repair what is insecure in a configuration, with tool calls, without breaking it.",
                        VERSION + " " + generated.versions(),
                        "Chat messages: a system message with the form of the answer, a user message with rules in force, intent, budget, what tools show, hints if any, and files.",
                        schema("answer.schema.json"),
                        schema("inline.schema.json"),
                        RequestedTool.TOOLS,
                        Arrays.stream(RewardPart.values()).map(RewardPart::card).toList(),
                        RemediationReward.FORMULA,
                        RewardRange.UNIT,
                        "On a faulty task 1 iff every gate passes; on a clean task 1 iff nothing is reported and nothing changed.",
                        Stream.concat(generated.cards().stream(), sets.cards().stream()).toList(),
                        strata,
                        List.of(new NamedDigest("policy", catalogue.digest())),
                        List.of()));
    }

    @Override
    public EnvironmentCard card() {
        long state = sets.state();
        ShownCard now = shown;
        if (now.sets() != state) {
            now = shown(state);
            shown = now;
        }
        return now.card();
    }

    @Override
    public Optional<TaskImporter> importer() {
        return Optional.of(importer);
    }

    @Override
    public List<Engine> engines() {
        return engines.now();
    }

    @Override
    public Optional<AttemptReport> report() {
        return Optional.of(new RemediationAttempts(catalogue, engines, card().version()));
    }

    @Override
    public Task pose(TaskReference reference) {
        return switch (reference) {
            case TaskReference.Inline(var definition) -> inline.pose(definition);
            case TaskReference.FromSplit inSplit -> posed.task(inSplit);
            case TaskReference.FromSet inSet when generated.contains(inSet.set()) ->
                    posed.task(inSet);
            case TaskReference.FromSet inSet -> imported.task(inSet);
            case TaskReference.ById(var id) ->
                    generated
                            .place(id)
                            .map(posed::task)
                            .or(() -> IMPORTED_IDS.read(id).map(imported::task))
                            .orElseThrow(() ->
                                    new TaskRefusedException(
                                            Reason.UNKNOWN,
                                            "There is no task of that id; an inline task is named by its definition alone."));
        };
    }

    @Override
    public Optional<JsonNode> reference(Task task) {
        var known = (RemediationTask) task;
        return known.reference().map(reference -> Solution.of(known, reference, catalogue));
    }

    @Override
    public Outcome step(Task task, Trajectory trajectory, Action action) {
        var posed = (RemediationTask) task;
        return switch (action) {
            case Action.Answer(var text) -> answer(posed, trajectory, text);
            case Action.Truncation(var cause) ->
                    new Outcome.Finished(verdicts(posed).truncated(cause));
            case Action.ToolCall call ->
                    trajectory.steps().size() + 1 >= posed.budget().steps()
                            ? new Outcome.Finished(
                                    verdicts(posed).truncated(Action.Truncation.Cause.STEPS))
                            : new Toolbox(posed, engines).run(call, trajectory);
        };
    }

    private Outcome answer(RemediationTask task, Trajectory trajectory, String text) {
        RemediationAnswer answer;
        try {
            answer = RemediationAnswer.read(text);
        } catch (UnreadableAnswerException e) {
            return new Outcome.Finished(verdicts(task).unreadable(String.valueOf(e.getMessage())));
        }
        Finding finding = new Judge(task, catalogue, engines).judge(answer.repair());
        return finding instanceof Finding.Lost(_, var failure)
                ? lost(failure)
                : new Outcome.Finished(
                        verdicts(task).of(answer, finding, trajectory.toolCalls()).orElseThrow());
    }

    /** Our own fault: no verdict. */
    static Outcome lost(ScanResult.Failed failure) {
        return new Outcome.Failed(
                failure.engine(),
                failure.detail(),
                failure.retryAfter(),
                failure.cause() == ScanResult.Failed.Cause.OVERLOAD);
    }

    private Verdicts verdicts(RemediationTask task) {
        return new Verdicts(task, catalogue);
    }

    private static JsonNode schema(String name) {
        try (InputStream schema = ConfigRemediation.class.getResourceAsStream(name)) {
            if (schema == null) {
                throw new IllegalStateException("the resource %s is missing".formatted(name));
            }
            return JsonMapper.shared().readTree(schema.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
