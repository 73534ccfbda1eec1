package dev.svgym.environment.generation;

import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The splits of a generator: every one without an end, and the private one only where a secret keys its seeds.
 *
 * @param setting that holds the secret, such as {@code svgym.network-logs.secret}
 */
public record EndlessSplits(Optional<Secret> secret, String setting) {

    /** The splits that are there. */
    public List<SplitCard> cards() {
        return Arrays.stream(Split.values())
                .filter(this::isThere)
                .map(split -> new SplitCard(split, Long.MAX_VALUE))
                .toList();
    }

    /**
     * 32 bytes that follow from the secret and what is named.
     *
     * @param parts what tells one seed from another: the generator's version, the index, and what else there is
     * @throws TaskRefusedException where there is no secret
     */
    public ByteBuffer privateSeeds(String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = "private split";
        System.arraycopy(parts, 0, all, 1, parts.length);
        return ByteBuffer.wrap(secret.orElseThrow(this::noPrivateSplit).hmac(all));
    }

    private boolean isThere(Split split) {
        return split != Split.PRIVATE || secret.isPresent();
    }

    private TaskRefusedException noPrivateSplit() {
        return new TaskRefusedException(
                Reason.UNKNOWN,
                "There is no split private: its seeds need %s; there are %s."
                        .formatted(setting, cards().stream().map(SplitCard::label).toList()));
    }
}
