package dev.svgym.server.environments;

import dev.svgym.environment.Engine;
import dev.svgym.environment.EnvironmentCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An environment's card on the wire, with its engines as they are now.
 *
 * @param tools every tool that some task offers, in the OpenAI function format
 * @param digests of the data that judges, by name
 * @param ceilings what the best policy earns; empty where nobody can know
 */
record ShownCard(
        String id,
        String title,
        String description,
        String version,
        String promptFormat,
        JsonNode answerSchema,
        JsonNode inlineSchema,
        List<FunctionTool> tools,
        List<PartRow> parts,
        RewardRow reward,
        String successRule,
        List<SplitRow> splits,
        List<String> strata,
        List<EngineRow> engines,
        Map<String, String> digests,
        List<CeilingRow> ceilings) {

    /** One part of the reward. */
    record PartRow(String name, double min, double max, double weight, String meaning) {}

    /** The scalar reward, in words, and its range. */
    record RewardRow(String formula, List<Double> range) {}

    /**
     * A split that is there.
     *
     * @param size null where the generator has no end
     */
    record SplitRow(String name, @Nullable Long size) {}

    /** An engine and how it is now. */
    record EngineRow(String name, String version, boolean up, String detail) {}

    /**
     * What the best policy earns on the tasks of one stratum of a split.
     *
     * @param share of the split's tasks, in [0, 1]
     * @param reward mean over tasks
     */
    record CeilingRow(
            String split, String stratum, double share, double reward, double standardError) {}

    static ShownCard of(EnvironmentCard card, List<Engine> engines) {
        Map<String, String> digests = new LinkedHashMap<>();
        card.digests().forEach(digest -> digests.put(digest.name(), digest.digest()));
        return new ShownCard(
                card.id(),
                card.title(),
                card.description(),
                card.version(),
                card.promptFormat(),
                card.answerSchema(),
                card.inlineSchema(),
                card.tools().stream().map(FunctionTool::of).toList(),
                card.parts().stream()
                        .map(part ->
                                new PartRow(
                                        part.name(),
                                        part.min(),
                                        part.max(),
                                        part.weight(),
                                        part.meaning()))
                        .toList(),
                new RewardRow(card.rewardFormula(), ShownVerdict.range(card.rewardRange())),
                card.successRule(),
                card.splits().stream()
                        .map(split -> new SplitRow(split.label(), size(split)))
                        .toList(),
                card.strata(),
                engines.stream()
                        .map(engine ->
                                new EngineRow(
                                        engine.name(),
                                        engine.version(),
                                        engine.up(),
                                        engine.detail()))
                        .toList(),
                digests,
                card.ceilings().stream()
                        .map(ceiling ->
                                new CeilingRow(
                                        ceiling.split().label(),
                                        ceiling.stratum(),
                                        ceiling.share(),
                                        ceiling.reward(),
                                        ceiling.standardError()))
                        .toList());
    }

    private static @Nullable Long size(EnvironmentCard.SplitCard split) {
        return split.size() == Long.MAX_VALUE ? null : split.size();
    }
}
