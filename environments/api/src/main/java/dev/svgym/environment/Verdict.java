package dev.svgym.environment;

import dev.svgym.reward.Part;
import dev.svgym.reward.RewardRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a finished or truncated rollout gets.
 *
 * @param ending what happened
 * @param success 1 or 0; absent where the rollout does not count (truncated by idling or cancelling)
 * @param reward in {@code rewardRange}; absent where success is
 * @param parts the named parts in the order of the card; the same names for every task of an environment
 * @param gates the gates that were tried, in order; evaluation stops at the first that fails
 * @param reason why an answer is invalid or a rollout truncated, in words for the trainer
 * @param taskDigest {@link Task#digest}
 * @param policyDigest SHA-256 of the rules that judged; empty where no rules did
 * @param verifierVersion version of the code that judged
 */
public record Verdict(
        Ending ending,
        OptionalInt success,
        OptionalDouble reward,
        RewardRange rewardRange,
        List<Part> parts,
        List<Gate> gates,
        Optional<String> reason,
        String taskDigest,
        String policyDigest,
        String verifierVersion) {

    public Verdict {
        parts = List.copyOf(parts);
        gates = List.copyOf(gates);
        reason = reason.map(WellFormed::text);
        if (success.isPresent() != reward.isPresent()) {
            throw new IllegalArgumentException("success and reward are both there or both absent");
        }
        if (reward.isPresent() && !rewardRange.contains(reward.getAsDouble())) {
            throw new IllegalArgumentException(
                    "need a reward in %s, got %s".formatted(rewardRange, reward.getAsDouble()));
        }
    }

    /** How a rollout ended. */
    public enum Ending {
        ANSWERED,
        ABSTAINED,
        INVALID,
        TRUNCATED;

        /** The name on the wire. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One check that an answer passed or failed.
     *
     * @param evidence what was seen, for the trainer
     */
    public record Gate(String name, boolean passed, String evidence) {

        public Gate {
            evidence = WellFormed.text(evidence);
        }
    }
}
