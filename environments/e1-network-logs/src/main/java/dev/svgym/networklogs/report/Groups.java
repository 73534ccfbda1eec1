package dev.svgym.networklogs.report;

import dev.svgym.networklogs.report.Attempt.Decision;
import dev.svgym.reward.SuccessCount;
import dev.svgym.reward.statistics.MajorityVote;
import dev.svgym.reward.statistics.PassAtKCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * The attempts of each task: majorities, and pass@k beside that of guessing, without which it says little where there are
 * three acts.
 */
final class Groups {

    private static final int MOST_K = 64;

    /** Acts that a guess chooses from. */
    private static final double ACTS = 3;

    private final List<List<Attempt>> tasks;

    Groups(List<Attempt> attempts) {
        Map<String, List<Attempt>> byTask = new LinkedHashMap<>();
        attempts.forEach(attempt ->
                byTask.computeIfAbsent(attempt.task(), _ -> new ArrayList<>()).add(attempt));
        this.tasks = List.copyOf(byTask.values());
    }

    int size() {
        return tasks.size();
    }

    /** Powers of two, up to the attempts of the task that has the fewest. */
    List<Integer> ks() {
        int fewest = tasks.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.iterate(1, k -> k <= Math.min(fewest, MOST_K), k -> 2 * k)
                .boxed()
                .toList();
    }

    SequencedMap<Integer, Double> passAt() {
        var curve =
                new PassAtKCurve(
                        tasks.stream()
                                .map(task ->
                                        new SuccessCount(
                                                task.stream().mapToInt(Attempt::success).sum(),
                                                task.size()))
                                .toList());
        SequencedMap<Integer, Double> values = new LinkedHashMap<>();
        ks().forEach(k -> values.put(k, curve.at(k)));
        return values;
    }

    /** What choosing one of the acts blindly passes. */
    SequencedMap<Integer, Double> guessing() {
        SequencedMap<Integer, Double> values = new LinkedHashMap<>();
        ks().forEach(k -> values.put(k, 1 - Math.pow(1 - 1 / ACTS, k)));
        return values;
    }

    /** The chance that the best act has the majority of k votes, over the tasks. */
    SequencedMap<Integer, Double> majorityAt() {
        SequencedMap<Integer, Double> values = new LinkedHashMap<>();
        for (int k : ks()) {
            values.put(
                    k,
                    tasks.stream()
                            .mapToDouble(task -> vote(task).majAtK(k))
                            .average()
                            .orElseThrow());
        }
        return values;
    }

    private static MajorityVote vote(List<Attempt> task) {
        Decision best = task.getFirst().best();
        return new MajorityVote(
                votes(task, best),
                Arrays.stream(Decision.values())
                        .filter(decision -> decision != best)
                        .map(decision -> votes(task, decision))
                        .toList());
    }

    private static int votes(List<Attempt> task, Decision decision) {
        return (int) task.stream().filter(attempt -> attempt.decision() == decision).count();
    }
}
