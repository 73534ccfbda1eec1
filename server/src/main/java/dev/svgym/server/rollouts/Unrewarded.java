package dev.svgym.server.rollouts;

import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Task;
import dev.svgym.environment.Verdict;
import dev.svgym.reward.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The verdict of a rollout that ends without the agent's doing while its environment cannot be asked. */
final class Unrewarded {

    private Unrewarded() {}

    static Verdict verdict(Environment environment, Task task, Cause cause) {
        EnvironmentCard card = environment.card();
        return new Verdict(
                Verdict.Ending.TRUNCATED,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                card.rewardRange(),
                card.parts().stream()
                        .map(part ->
                                new Part(
                                        part.name(),
                                        OptionalDouble.empty(),
                                        part.min(),
                                        part.max(),
                                        part.weight()))
                        .toList(),
                List.of(),
                Optional.of(cause.label()),
                task.digest(),
                "",
                card.version());
    }
}
