package dev.svgym.environment.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.EnvironmentCard.PartCard;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.FieldError;
import dev.svgym.environment.TaskRefusedException.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The card is sound, a reference gives one task for ever, and what cannot be posed is refused with words. */
interface PosingContract extends EnvironmentUnderTest {

    @Test
    default void the_card_is_sound_and_constant() {
        EnvironmentCard card = environment().card();

        assertThat(environment().card()).isEqualTo(card);
        assertThat(card.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(card.version()).isNotBlank();
        assertThat(card.parts()).isNotEmpty();
        assertThat(card.parts()).extracting(PartCard::name).doesNotHaveDuplicates();
        assertThat(card.parts())
                .allSatisfy(part -> assertThat(part.min()).isFinite().isLessThan(part.max()));
        assertThat(card.parts())
                .allSatisfy(part -> assertThat(part.weight()).isFinite().isNotNegative());
        assertThat(card.splits()).extracting(SplitCard::label).doesNotHaveDuplicates();
        assertThat(card.answerSchema()).isInstanceOf(ObjectNode.class);
        assertThat(card.inlineSchema()).isInstanceOf(ObjectNode.class);
    }

    @Test
    default void the_same_definition_is_the_same_task_whatever_the_order_of_its_keys() {
        for (Sample sample : samples()) {
            Task task = pose(sample);
            Task again = pose(sample);
            Task reordered =
                    environment()
                            .pose(
                                    new TaskReference.Inline(
                                            Definitions.reversed(sample.definition())));

            assertThat(again).isEqualTo(task);
            assertThat(reordered.id()).isEqualTo(task.id());
            assertThat(reordered.digest()).isEqualTo(task.digest());
            assertThat(reordered.messages()).isEqualTo(task.messages());
        }
    }

    @Test
    default void a_task_shows_something_and_leaves_a_step_for_the_answer() {
        for (Task task : tasks()) {
            assertThat(task.id()).matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
            assertThat(task.digest()).matches("[0-9a-f]{64}");
            assertThat(task.messages()).isNotEmpty();
            assertThat(task.messages()).allSatisfy(m -> assertThat(m.content()).isNotBlank());
            assertThat(task.messages())
                    .allSatisfy(m -> assertThat(m.role()).isIn("system", "user", "assistant"));
            assertThat(task.messages()).last().extracting(Task.Message::role).isEqualTo("user");
            assertThat(task.budget().steps()).isGreaterThan(task.budget().toolCalls());
            assertThat(environment().card().tools()).containsAll(task.tools());
        }
    }

    @Test
    default void splits_are_not_empty_and_share_no_task() {
        Map<String, String> byId = new HashMap<>();
        Map<String, String> byDigest = new HashMap<>();
        for (SplitCard split : environment().card().splits()) {
            List<Task> tasks = firstTasksOf(split);

            assertThat(tasks).isNotEmpty();
            for (Task task : tasks) {
                assertThat(byId.put(task.id(), split.label())).isNull();
                assertThat(byDigest.put(task.digest(), split.label())).isIn(null, split.label());
            }
        }
    }

    @Test
    default void a_task_of_a_split_is_found_again_by_index_and_by_id() {
        for (SplitCard split : environment().card().splits()) {
            List<Task> tasks = firstTasksOf(split);

            assertThat(firstTasksOf(split)).isEqualTo(tasks);
            for (Task task : tasks) {
                assertThat(environment().pose(new TaskReference.ById(task.id()))).isEqualTo(task);
            }
        }
    }

    @Test
    default void a_split_has_the_size_that_the_card_says() {
        for (SplitCard split : environment().card().splits()) {
            var last = split.at(split.size() - 1);

            assertThat(environment().pose(last)).isEqualTo(environment().pose(last));
            if (split.size() < Long.MAX_VALUE) {
                refuses(Reason.UNKNOWN, split.at(split.size()));
                refuses(Reason.UNKNOWN, split.at(Long.MAX_VALUE));
            }
        }
    }

    @Test
    default void a_split_that_the_card_does_not_name_is_unknown() {
        List<String> there = environment().card().splits().stream().map(SplitCard::label).toList();

        Arrays.stream(Split.values())
                .filter(split -> !there.contains(split.label()))
                .forEach(split -> refuses(Reason.UNKNOWN, new TaskReference.FromSplit(split, 0)));
        refuses(Reason.UNKNOWN, new TaskReference.FromSet("no-such-set", Split.TRAIN, 0));
    }

    @Test
    default void an_id_of_no_task_is_unknown() {
        for (String id : HostileInput.IDS) {
            refuses(Reason.UNKNOWN, new TaskReference.ById(id));
        }
    }

    @Test
    default void a_definition_that_is_no_object_or_has_an_unknown_field_is_invalid() {
        for (JsonNode value : HostileInput.VALUES) {
            refuses(Reason.INVALID, new TaskReference.Inline(value));
        }
        for (Sample sample : samples()) {
            ObjectNode more = ((ObjectNode) sample.definition()).deepCopy();
            more.put("no_such_field", 1);

            TaskRefusedException refusal = refuses(Reason.INVALID, new TaskReference.Inline(more));
            assertThat(refusal.errors()).extracting(FieldError::pointer).contains("/no_such_field");
        }
    }

    @Test
    default void whatever_stands_in_a_field_a_definition_is_posed_or_refused_with_words() {
        for (Sample sample : samples()) {
            for (ObjectNode broken : Definitions.mutations(sample.definition())) {
                var reference = new TaskReference.Inline(broken);
                Throwable thrown = catchThrowable(() -> environment().pose(reference));

                if (thrown == null) {
                    Task task = environment().pose(reference);
                    assertThat(task.messages())
                            .allSatisfy(m -> Texts.assertWellFormed(m.content()));
                } else {
                    refuses(Reason.INVALID, reference);
                }
            }
        }
    }

    private TaskRefusedException refuses(Reason reason, TaskReference reference) {
        assertThatThrownBy(() -> environment().pose(reference))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            Texts.assertSaying(refusal.getMessage());
                            refusal.errors().forEach(e -> Texts.assertSaying(e.message()));
                            refusal.errors().forEach(e -> Texts.assertShort(e.pointer()));
                        });
        return (TaskRefusedException) catchThrowable(() -> environment().pose(reference));
    }
}
