package dev.svgym.environment;

import dev.svgym.reward.RewardRange;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an environment tells about itself before the first rollout.
 *
 * @param id lower case, digits and hyphens, such as {@code e1-network-logs}
 * @param version of the environment's tasks and verifier; part of every verdict
 * @param promptFormat how a task is shown
 * @param answerSchema JSON Schema of the answer
 * @param inlineSchema JSON Schema of an inline task
 * @param tools every tool that some task of this environment offers
 * @param parts the reward's parts in their order; the same for every task
 * @param rewardFormula the scalar reward in words
 * @param rewardRange the least and the greatest reward of any task
 * @param successRule when success is 1
 * @param splits the splits that are there, with their sizes
 * @param strata the names of the strata of its tasks; empty where tasks come inline alone
 * @param digests of the data that judges, by name, such as {@code policy}
 * @param ceilings what the best policy earns, by split and stratum; empty where nobody can know
 */
public record EnvironmentCard(
        String id,
        String title,
        String description,
        String version,
        String promptFormat,
        JsonNode answerSchema,
        JsonNode inlineSchema,
        List<Tool> tools,
        List<PartCard> parts,
        String rewardFormula,
        RewardRange rewardRange,
        String successRule,
        List<SplitCard> splits,
        List<String> strata,
        List<NamedDigest> digests,
        List<CeilingCard> ceilings) {

    public EnvironmentCard {
        tools = List.copyOf(tools);
        parts = List.copyOf(parts);
        splits = List.copyOf(splits);
        strata = List.copyOf(strata);
        digests = List.copyOf(digests);
        ceilings = List.copyOf(ceilings);
    }

    /**
     * One part of the reward.
     *
     * @param weight default weight of the part in a sum of normalised parts (GDPO)
     * @param meaning one sentence
     */
    public record PartCard(String name, double min, double max, double weight, String meaning) {}

    /**
     * A split that is there.
     *
     * @param set the imported set that it is part of; empty for the environment's own
     * @param size number of tasks; {@link Long#MAX_VALUE} where the generator has no end
     */
    public record SplitCard(Optional<String> set, Split split, long size) {

        /** A split of the environment's own tasks. */
        public SplitCard(Split split, long size) {
            this(Optional.empty(), split, size);
        }

        /** The name on the wire: {@code train}, or {@code iot23/train} in an imported set. */
        public String label() {
            return set.map(name -> name + "/").orElse("") + split.label();
        }

        /** The task of this split at an index. */
        public TaskReference at(long index) {
            return set.<TaskReference>map(name -> new TaskReference.FromSet(name, split, index))
                    .orElseGet(() -> new TaskReference.FromSplit(split, index));
        }
    }

    /** A digest and what it covers. */
    public record NamedDigest(String name, String digest) {}

    /**
     * What the best policy earns on the tasks of one stratum of a split: measured, where the truth is known.
     *
     * @param share of the split's tasks, in [0, 1]
     * @param reward mean over tasks
     * @param standardError of that mean
     */
    public record CeilingCard(
            Split split, String stratum, double share, double reward, double standardError) {}
}
