package dev.svgym.environment.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Action;
import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.Verdict.Ending;
import dev.svgym.reward.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every ending is judged, the same for ever, in the shape that the card promises. */
interface JudgingContract extends EnvironmentUnderTest {

    @Test
    default void good_answers_succeed_and_bad_ones_do_not() {
        for (Sample sample : samples()) {
            Task task = pose(sample);

            sample.good().forEach(answer -> assertThat(judge(task, answer).success()).hasValue(1));
            sample.bad()
                    .forEach(answer -> {
                        Verdict verdict = judge(task, answer);
                        assertThat(verdict.success()).hasValue(0);
                        assertThat(verdict.ending()).isNotEqualTo(Ending.INVALID);
                    });
        }
    }

    @Test
    default void reasoning_in_front_and_a_fence_around_change_nothing() {
        for (Sample sample : samples()) {
            Task task = pose(sample);
            for (String answer : answersOf(sample)) {
                Verdict bare = judge(task, answer);

                assertThat(judge(task, "<think>{\"no\": [</think>\n" + answer)).isEqualTo(bare);
                assertThat(judge(task, "```json\n" + answer + "\n```")).isEqualTo(bare);
            }
        }
    }

    @Test
    default void an_answer_that_is_not_exactly_one_strict_object_is_invalid() {
        for (Sample sample : samples()) {
            Task task = pose(sample);
            for (String answer : answersOf(sample)) {
                String inside = answer.strip().substring(1);
                Stream.of(
                                answer + answer,
                                answer + " that is all",
                                "so: " + answer,
                                "\uFEFF" + answer,
                                "<think>" + answer,
                                "<think>" + answer + "</think>",
                                "[" + answer + "]",
                                "{\"no_such_field\": 1, " + inside,
                                "{" + firstMember(inside) + ", " + inside)
                        .forEach(text -> assertInvalid(judge(task, text)));
            }
        }
    }

    @Test
    default void nonsense_is_invalid_and_stays_in_the_denominator() {
        for (Task task : tasks()) {
            HostileInput.TEXTS.forEach(text -> assertInvalid(judge(task, text)));
            HostileInput.OBJECTS.forEach(text -> assertInvalid(judge(task, text)));
        }
    }

    @Test
    default void a_limit_of_the_agent_costs_the_success_and_a_lost_rollout_has_none() {
        for (Task task : tasks()) {
            for (Cause cause : Cause.values()) {
                Verdict verdict = judge(task, Trajectory.EMPTY, new Action.Truncation(cause));

                assertThat(verdict.ending()).isEqualTo(Ending.TRUNCATED);
                assertThat(verdict.reason().orElse("")).contains(cause.label());
                if (cause.isTheAgentsDoing()) {
                    assertThat(verdict.success()).hasValue(0);
                } else {
                    assertThat(verdict.success()).isEmpty();
                    assertThat(verdict.parts())
                            .allSatisfy(part -> assertThat(part.value()).isEmpty());
                }
            }
        }
    }

    @Test
    default void every_verdict_has_the_shape_that_the_card_promises() {
        var card = environment().card();
        List<Part> promised = new ArrayList<>();
        for (var part : card.parts()) {
            promised.add(
                    new Part(
                            part.name(),
                            OptionalDouble.empty(),
                            part.min(),
                            part.max(),
                            part.weight()));
        }
        for (Judgement judgement : judgements()) {
            Verdict verdict = judge(judgement.task(), Trajectory.EMPTY, judgement.action());

            assertThat(verdict.parts()).extracting(JudgingContract::emptied).isEqualTo(promised);
            assertThat(verdict.success().isPresent()).isEqualTo(verdict.reward().isPresent());
            verdict.success().ifPresent(success -> assertThat(success).isIn(0, 1));
            verdict.reward().ifPresent(reward -> assertThat(reward).isFinite());
            assertThat(verdict.rewardRange().min())
                    .isGreaterThanOrEqualTo(card.rewardRange().min());
            assertThat(verdict.rewardRange().max()).isLessThanOrEqualTo(card.rewardRange().max());
            assertThat(verdict.taskDigest()).isEqualTo(judgement.task().digest());
            assertThat(verdict.policyDigest()).matches("|[0-9a-f]{64}");
            assertThat(verdict.verifierVersion()).isNotBlank();
            verdict.reason().ifPresent(Texts::assertSaying);
            verdict.gates().forEach(gate -> Texts.assertShort(gate.evidence()));
            assertThat(verdict.gates().stream().filter(gate -> !gate.passed()).count())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    default void the_same_input_has_the_same_outcome_in_any_order_on_any_thread() throws Exception {
        List<Judgement> judgements = judgements();
        List<Outcome> first = judgements.stream().map(this::outcome).toList();
        List<Integer> order = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < judgements.size(); i++) {
                order.add(i);
            }
        }
        Collections.shuffle(order, new Random(1));

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Outcome>> again =
                    threads.invokeAll(
                            order.stream()
                                    .map(i -> (Callable<Outcome>) () -> outcome(judgements.get(i)))
                                    .toList());
            for (int i = 0; i < order.size(); i++) {
                assertThat(again.get(i).get()).isEqualTo(first.get(order.get(i)));
            }
        }
    }

    /** A task and what ends its rollout. */
    record Judgement(Task task, Action action) {}

    /** Endings of every kind, for tasks of every kind. */
    private List<Judgement> judgements() {
        List<Judgement> judgements = new ArrayList<>();
        for (Sample sample : samples()) {
            Task task = pose(sample);
            for (String answer : answersOf(sample)) {
                judgements.add(new Judgement(task, new Action.Answer(answer)));
            }
        }
        for (Task task : tasks()) {
            for (Cause cause : Cause.values()) {
                judgements.add(new Judgement(task, new Action.Truncation(cause)));
            }
            for (String answer : answersOf(samples().getFirst())) {
                judgements.add(new Judgement(task, new Action.Answer(answer)));
            }
            judgements.add(new Judgement(task, new Action.Answer("{}")));
        }
        return judgements;
    }

    private Outcome outcome(Judgement judgement) {
        return environment().step(judgement.task(), Trajectory.EMPTY, judgement.action());
    }

    private static List<String> answersOf(Sample sample) {
        return Stream.concat(sample.good().stream(), sample.bad().stream()).toList();
    }

    private static Part emptied(Part part) {
        return new Part(part.name(), OptionalDouble.empty(), part.min(), part.max(), part.weight());
    }

    /** The first member of an object, as {@code "name": null}: the name alone makes a duplicate. */
    private static String firstMember(String inside) {
        int open = inside.indexOf('"');
        return inside.substring(open, inside.indexOf('"', open + 1) + 1) + ": null";
    }

    private static void assertInvalid(Verdict verdict) {
        assertThat(verdict.ending()).isEqualTo(Ending.INVALID);
        assertThat(verdict.success()).hasValue(0);
        Texts.assertSaying(verdict.reason().orElse(""));
    }
}
