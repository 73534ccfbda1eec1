package dev.svgym.server.environments;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Task;
import dev.svgym.environment.Verdict;
import dev.svgym.reward.Part;
import dev.svgym.reward.RewardRange;
import dev.svgym.server.problems.Problem;
import dev.svgym.server.problems.ProblemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on the wire.
 *
 * @param task id of the task; null where the task could not be posed
 * @param outcome {@code answered}, {@code abstained}, {@code invalid}, {@code truncated} or {@code error}
 * @param success 1 or 0; null where the rollout does not count
 * @param reward in {@code rewardRange}; null where success is
 * @param parts by name, in the order of the card; null where success is
 * @param reason why an answer is invalid or a rollout truncated
 * @param error the problem, where the outcome is {@code error}
 */
public record ShownVerdict(
        @Nullable String task,
        String outcome,
        @Nullable Integer success,
        @Nullable Double reward,
        List<Double> rewardRange,
        @Nullable Map<String, ShownPart> parts,
        List<ShownGate> gates,
        @Nullable String reason,
        @Nullable String taskDigest,
        @Nullable String policyDigest,
        String verifierVersion,
        @Nullable Problem error) {

    /** The outcome of a batch item that an engine's fault left without a reward. */
    public static final String ERROR = "error";

    /**
     * One part of a reward.
     *
     * @param value in [min, max]; null where the part does not apply
     */
    public record ShownPart(@Nullable Double value, double min, double max, double weight) {

        static ShownPart of(Part part) {
            return new ShownPart(
                    part.value().isPresent() ? part.value().getAsDouble() : null,
                    part.min(),
                    part.max(),
                    part.weight());
        }
    }

    /** One check that an answer passed or failed. */
    public record ShownGate(String gate, boolean passed, String evidence) {}

    public static ShownVerdict of(Task task, Verdict verdict) {
        boolean counts = verdict.success().isPresent();
        return new ShownVerdict(
                task.id(),
                verdict.ending().label(),
                counts ? verdict.success().getAsInt() : null,
                verdict.reward().isPresent() ? verdict.reward().getAsDouble() : null,
                range(verdict.rewardRange()),
                counts ? parts(verdict.parts()) : null,
                verdict.gates().stream()
                        .map(gate -> new ShownGate(gate.name(), gate.passed(), gate.evidence()))
                        .toList(),
                verdict.reason().orElse(null),
                verdict.taskDigest(),
                verdict.policyDigest(),
                verdict.verifierVersion(),
                null);
    }

    /** No reward, because of a fault that is not the agent's. */
    public static ShownVerdict error(
            Environment environment, @Nullable Task task, ProblemException fault) {
        EnvironmentCard card = environment.card();
        return new ShownVerdict(
                task == null ? null : task.id(),
                ERROR,
                null,
                null,
                range(card.rewardRange()),
                null,
                List.of(),
                null,
                task == null ? null : task.digest(),
                null,
                card.version(),
                fault.document());
    }

    static List<Double> range(RewardRange range) {
        return List.of(range.min(), range.max());
    }

    private static Map<String, ShownPart> parts(List<Part> parts) {
        Map<String, ShownPart> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            byName.put(part.name(), ShownPart.of(part));
        }
        return Collections.unmodifiableMap(byName);
    }
}
