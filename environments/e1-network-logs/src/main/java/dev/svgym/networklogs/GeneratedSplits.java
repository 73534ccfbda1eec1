package dev.svgym.networklogs;

import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.generation.GeneratedTaskIds;
import dev.svgym.environment.generation.RandomStream;
import dev.svgym.environment.generation.Secret;
import dev.svgym.networklogs.traffic.Site;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Optional<Secret> secret;
    private final Scoring scoring;

    /**
     * @param secret keys the seeds of the private split; where there is none, neither is the split
     */
    GeneratedSplits(Optional<Secret> secret, Scoring scoring) {
        this.secret = secret;
        this.scoring = scoring;
    }

    List<SplitCard> cards() {
        List<SplitCard> cards = new ArrayList<>();
        for (Split split : Split.values()) {
            if (isThere(split)) {
                cards.add(new SplitCard(split, Long.MAX_VALUE));
            }
        }
        return cards;
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
        byte[] seeds =
                secret.orElseThrow(GeneratedSplits::noPrivateSplit)
                        .hmac("private split", CaseGenerator.VERSION, Long.toString(index));
        ByteBuffer words = ByteBuffer.wrap(seeds);
        return new RandomStream(words.getLong(), words.getLong());
    }

    private static TaskRefusedException noPrivateSplit() {
        return new TaskRefusedException(
                Reason.UNKNOWN,
                "there is no split private: its seeds need svgym.network-logs.secret; there are %s"
                        .formatted(
                                Arrays.stream(Split.values())
                                        .filter(split -> split != Split.PRIVATE)
                                        .map(Split::label)
                                        .toList()));
    }

    private boolean isThere(Split split) {
        return split != Split.PRIVATE || secret.isPresent();
    }
}
