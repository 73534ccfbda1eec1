package dev.svgym.environment.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Environment;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Verdict;
import dev.svgym.environment.Verdict.Ending;
import dev.svgym.reward.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each test breaks one duty of a sound environment; the contract notices. */
class UnsoundEnvironmentsTest {

    @Test
    void an_observation_that_tells_the_secret() {
        fails(
                new Guessing() {
                    @Override
                    String observation(Riddle riddle, String tool) {
                        return "it is " + riddle.secret();
                    }
                },
                SecrecyContract::no_canary_of_the_hidden_part_is_shown_or_told);
    }

    @Test
    void a_prompt_that_depends_on_the_secret() {
        fails(
                new Guessing() {
                    @Override
                    Task riddle(String id, String hint, String secret) {
                        return super.riddle(id, hint + secret.length(), secret);
                    }
                },
                SecrecyContract::what_is_shown_does_not_depend_on_what_is_hidden);
    }

    @Test
    void an_id_that_changes() {
        var count = new AtomicInteger();
        fails(
                new Guessing() {
                    @Override
                    Task riddle(String id, String hint, String secret) {
                        return super.riddle("r" + count.incrementAndGet(), hint, secret);
                    }
                },
                PosingContract
                        ::the_same_definition_is_the_same_task_whatever_the_order_of_its_keys);
    }

    @Test
    void an_exception_at_a_field_of_the_wrong_type() {
        fails(
                new Guessing() {
                    @Override
                    public Task pose(TaskReference reference) {
                        if (reference instanceof TaskReference.Inline(var definition)) {
                            definition.get("secret").stringValue();
                        }
                        return super.pose(reference);
                    }
                },
                PosingContract
                        ::whatever_stands_in_a_field_a_definition_is_posed_or_refused_with_words);
    }

    @Test
    void an_exception_at_an_unreadable_answer() {
        fails(
                new Guessing() {
                    @Override
                    Verdict answered(Riddle riddle, String text) {
                        if (!text.startsWith("{")) {
                            throw new IllegalArgumentException(text);
                        }
                        return super.answered(riddle, text);
                    }
                },
                JudgingContract::nonsense_is_invalid_and_stays_in_the_denominator);
    }

    @Test
    void a_malformed_answer_that_leaves_the_denominator() {
        fails(
                new Guessing() {
                    @Override
                    Verdict verdict(
                            Riddle riddle,
                            Ending ending,
                            OptionalInt success,
                            Optional<String> reason) {
                        return super.verdict(
                                riddle,
                                ending,
                                ending == Ending.INVALID ? OptionalInt.empty() : success,
                                reason);
                    }
                },
                JudgingContract::nonsense_is_invalid_and_stays_in_the_denominator);
    }

    @Test
    void parts_that_vanish_where_they_do_not_apply() {
        fails(
                new Guessing() {
                    @Override
                    List<Part> parts(OptionalDouble right) {
                        return right.isPresent() ? super.parts(right) : List.of();
                    }
                },
                JudgingContract::every_verdict_has_the_shape_that_the_card_promises);
    }

    @Test
    void a_verdict_that_remembers_earlier_ones() {
        var count = new AtomicInteger();
        fails(
                new Guessing() {
                    @Override
                    Verdict answered(Riddle riddle, String text) {
                        return verdict(
                                riddle,
                                Ending.ANSWERED,
                                OptionalInt.of(count.incrementAndGet() % 2),
                                Optional.empty());
                    }
                },
                unchecked(
                        JudgingContract
                                ::the_same_input_has_the_same_outcome_in_any_order_on_any_thread));
    }

    @Test
    void a_tool_that_throws_at_an_unknown_name() {
        fails(
                new Guessing() {
                    @Override
                    String observation(Riddle riddle, String tool) {
                        if (!tool.equals("length")) {
                            throw new IllegalArgumentException(tool);
                        }
                        return super.observation(riddle, tool);
                    }
                },
                ToolContract::an_unknown_tool_is_answered);
    }

    private static void fails(Environment environment, Consumer<EnvironmentContract> duty) {
        EnvironmentContract contract =
                new EnvironmentContract() {
                    @Override
                    public Environment environment() {
                        return environment;
                    }

                    @Override
                    public List<Sample> samples() {
                        return List.of(GuessingTest.SAMPLE);
                    }
                };
        assertThatThrownBy(() -> duty.accept(contract)).isInstanceOf(Throwable.class);
    }

    /** A duty that may throw a checked exception. */
    private interface Duty {
        void check(EnvironmentContract contract) throws Exception;
    }

    private static Consumer<EnvironmentContract> unchecked(Duty duty) {
        return contract -> {
            try {
                duty.check(contract);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
