package dev.svgym.configremediation;

import dev.svgym.configremediation.generation.TaskGenerator;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference.FromSplit;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.generation.EndlessSplits;
import dev.svgym.environment.generation.GeneratedTaskIds;
import dev.svgym.environment.generation.RandomStream;
import dev.svgym.environment.generation.Secret;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The endless splits of the generator. A task depends on its split, its index, the generator's version and the rules
 * alone: a draw that the gates do not prove gives way to the next draw of the same index, and an engine that is down makes
 * no task at all.
 */
final class GeneratedTasks {

    /** Draws of one index, of which nearly every first one is a task. */
    private static final int MOST_DRAWS = 64;

    private final TaskGenerator generator;
    private final Proof proof;
    private final GeneratedTaskIds ids;
    private final EndlessSplits splits;

    /**
     * @param ids of the tasks
     * @param secret keys the seeds of the private split; where there is none, neither is the split
     */
    GeneratedTasks(
            TaskGenerator generator, Proof proof, GeneratedTaskIds ids, Optional<Secret> secret) {
        this.generator = generator;
        this.proof = proof;
        this.ids = ids;
        this.splits = new EndlessSplits(secret, "svgym.config-remediation.secret");
    }

    String version() {
        return generator.version();
    }

    List<SplitCard> cards() {
        return splits.cards();
    }

    /** The place of the task that has an id. */
    Optional<FromSplit> place(String id) {
        return ids.read(id);
    }

    /**
     * The task at an index.
     *
     * @throws TaskRefusedException where the split is not there, or the engine cannot prove the task now
     */
    RemediationTask task(Split split, long index) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            switch (draw(split, index, draw)) {
                case Proof.Result.Proven(var task) -> {
                    return task;
                }
                case Proof.Result.Lost(var refusal) -> throw refusal;
                case Proof.Result.Rejected _ -> {}
            }
        }
        throw new IllegalStateException(
                "none of %s draws of %s %s is a task under these rules"
                        .formatted(MOST_DRAWS, split.label(), index));
    }

    /** One draw of an index, and whether it is a task. */
    Proof.Result draw(Split split, long index, int number) {
        Seeds seeds = seeds(split, index, number);
        return generator
                .draw(new RandomStream(seeds.seed(), seeds.sequence()), split == Split.OOD)
                .map(draft ->
                        proof.of(
                                draft,
                                new Proof.Origin(
                                        ids.of(split, index), generator.version(), seeds.text())))
                .orElseGet(() ->
                        new Proof.Result.Rejected(
                                "size: nothing to violate, or too few or many lines"));
    }

    /** What a stream starts from. */
    private record Seeds(long seed, long sequence) {

        String text() {
            var hex = HexFormat.of();
            return hex.toHexDigits(seed) + "-" + hex.toHexDigits(sequence);
        }
    }

    private Seeds seeds(Split split, long index, int draw) {
        long first =
                switch (split) {
                    case TRAIN -> 1;
                    case VALIDATION -> 2;
                    case TEST -> 3;
                    case OOD -> 4;
                    case PRIVATE -> 0;
                };
        if (split != Split.PRIVATE) {
            return new Seeds(index, (first << 32) + draw);
        }
        ByteBuffer words =
                splits.privateSeeds(
                        generator.version(), Long.toString(index), Integer.toString(draw));
        return new Seeds(words.getLong(), words.getLong());
    }
}
