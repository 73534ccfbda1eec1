package dev.svgym.networklogs;

import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.environment.EnvironmentCard.PartCard;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.Verdict.Ending;
import dev.svgym.networklogs.Reading.Abstained;
import dev.svgym.networklogs.Reading.Classified;
import dev.svgym.networklogs.Reading.Unreadable;
import dev.svgym.reward.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Judges readings. Known labels and posteriors go one way: the truth is P(Malicious), and a label is a posterior of 0 or
 * 1. Success is the Bayes act, which for a known label is that label.
 */
final class Verifier {

    static final String VERSION = "e1-verifier/1";

    private static final PartCard CORRECT =
            new PartCard(
                    "correct",
                    0,
                    1,
                    0.4,
                    "The probability that the label is right: 1 or 0 where the label is known; 0 on Abstain.");
    private static final PartCard BRIER =
            new PartCard(
                    "brier",
                    -1,
                    0,
                    0.2,
                    "Minus the expected squared error of the confidence; null on Abstain.");
    private static final PartCard FORMAT =
            new PartCard("format", 0, 1, 0.1, "1 where the answer could be read, else 0.");
    private static final PartCard COST =
            new PartCard(
                    "cost",
                    -1,
                    0,
                    0.3,
                    "Minus the expected cost of the act, divided by the cost of the worse mistake.");

    /** In the order of every verdict. */
    static final List<PartCard> PARTS = List.of(CORRECT, BRIER, FORMAT, COST);

    /** The verdict on an answer. */
    Verdict answered(NetworkLogTask task, Reading reading) {
        double malicious = task.malicious();
        return switch (reading) {
            case Classified(var label, var confidence) -> {
                double chance = label.chance(malicious);
                yield judged(
                        task,
                        reading,
                        label.act(),
                        parts(
                                chance,
                                OptionalDouble.of(AbstentionReward.brier(chance, confidence)),
                                cost(task, label.act())));
            }
            case Abstained _ ->
                    judged(
                            task,
                            reading,
                            Act.ABSTAIN,
                            parts(0, OptionalDouble.empty(), cost(task, Act.ABSTAIN)));
            case Unreadable(var why) ->
                    lost(task, Ending.INVALID, Optional.of(why), new Unreadable(why));
        };
    }

    /** The verdict on a rollout without an answer. */
    Verdict truncated(NetworkLogTask task, Cause cause) {
        Optional<String> reason = Optional.of("truncated: " + cause.label());
        return cause.isTheAgentsDoing()
                ? lost(task, Ending.TRUNCATED, reason, new Unreadable(cause.label()))
                : verdict(
                        task,
                        Ending.TRUNCATED,
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        List.of(absent(CORRECT), absent(BRIER), absent(FORMAT), absent(COST)),
                        reason);
    }

    private static Verdict judged(NetworkLogTask task, Reading reading, Act act, List<Part> parts) {
        boolean success = act == task.costs().bayesAct(task.malicious());
        return verdict(
                task,
                act == Act.ABSTAIN ? Ending.ABSTAINED : Ending.ANSWERED,
                OptionalInt.of(success ? 1 : 0),
                reward(task, reading),
                parts,
                Optional.empty());
    }

    /** Nothing that could be judged came, by the agent's own doing: each part is at its worst, so that none is gained. */
    private static Verdict lost(
            NetworkLogTask task, Ending ending, Optional<String> reason, Unreadable reading) {
        return verdict(
                task,
                ending,
                OptionalInt.of(0),
                reward(task, reading),
                PARTS.stream().map(part -> part(part, OptionalDouble.of(part.min()))).toList(),
                reason);
    }

    private static Verdict verdict(
            NetworkLogTask task,
            Ending ending,
            OptionalInt success,
            OptionalDouble reward,
            List<Part> parts,
            Optional<String> reason) {
        return new Verdict(
                ending,
                success,
                reward,
                AbstentionReward.RANGE,
                parts,
                List.of(),
                reason,
                task.digest(),
                "",
                VERSION);
    }

    private static OptionalDouble reward(NetworkLogTask task, Reading reading) {
        return OptionalDouble.of(new AbstentionReward(task.costs()).of(reading, task.malicious()));
    }

    private static double cost(NetworkLogTask task, Act act) {
        return 0 - task.costs().expected(act, task.malicious()) / task.costs().worst();
    }

    private static List<Part> parts(double correct, OptionalDouble brier, double cost) {
        return List.of(
                part(CORRECT, OptionalDouble.of(correct)),
                part(BRIER, brier),
                part(FORMAT, OptionalDouble.of(1)),
                part(COST, OptionalDouble.of(cost)));
    }

    private static Part absent(PartCard card) {
        return part(card, OptionalDouble.empty());
    }

    private static Part part(PartCard card, OptionalDouble value) {
        return new Part(card.name(), value, card.min(), card.max(), card.weight());
    }
}
