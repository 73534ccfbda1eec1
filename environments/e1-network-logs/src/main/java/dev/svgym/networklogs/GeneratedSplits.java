package dev.svgym.networklogs;

import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.generation.EndlessSplits;
import dev.svgym.environment.generation.GeneratedTaskIds;
import dev.svgym.environment.generation.RandomStream;
import dev.svgym.environment.generation.Secret;
import dev.svgym.networklogs.traffic.Site;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The endless splits of the generator. A task depends on its split, its index and the generator's version alone. */
final class GeneratedSplits {

    static final GeneratedTaskIds IDS = new GeneratedTaskIds(0x73766779_6d653100L);

    /**
     * How often the costs are those of evaluations. They leave abstentions on the benign side alone, so more often than
     * this a cost on its own would tell the likelier label.
     */
    private static final int EVALUATION_PERCENT = 25;

    private final CaseGenerator usual = new CaseGenerator(Site.USUAL, EVALUATION_PERCENT);
    private final CaseGenerator shifted = new CaseGenerator(Site.SHIFTED, EVALUATION_PERCENT);
    private final EndlessSplits splits;
    private final Scoring scoring;

    /**
     * @param secret keys the seeds of the private split; where there is none, neither is the split
     */
    GeneratedSplits(Optional<Secret> secret, Scoring scoring) {
        this.splits = new EndlessSplits(secret, "svgym.network-logs.secret");
        this.scoring = scoring;
    }

    List<SplitCard> cards() {
        return splits.cards();
    }

    /**
     * The task at an index.
     *
     * @throws TaskRefusedException where the split is not there
     */
    NetworkLogTask task(Split split, long index) {
        GeneratedCase generated = generate(split, index);
        var messages = generated.prompt().messages();
        return new NetworkLogTask(
                IDS.of(split, index),
                NetworkLogTask.digest(CaseGenerator.VERSION, messages),
                messages,
                generated.prompt().costs(),
                switch (scoring) {
                    case POSTERIOR -> generated.malicious();
                    case LABEL -> generated.label() == Label.MALICIOUS ? 1 : 0;
                },
                generated.label(),
                generated.stratum().text());
    }

    /** The case at an index, with what is hidden. */
    GeneratedCase generate(Split split, long index) {
        return switch (split) {
            case TRAIN -> usual.generate(new RandomStream(index, 1));
            case VALIDATION -> usual.generate(new RandomStream(index, 2));
            case TEST -> usual.generate(new RandomStream(index, 3));
            case OOD -> shifted.generate(new RandomStream(index, 4));
            case PRIVATE -> usual.generate(privateStream(index));
        };
    }

    private RandomStream privateStream(long index) {
        ByteBuffer words = splits.privateSeeds(CaseGenerator.VERSION, Long.toString(index));
        return new RandomStream(words.getLong(), words.getLong());
    }
}
