package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.redteam.Exploit;
import dev.svgym.configremediation.redteam.Exploits;
import dev.svgym.configremediation.redteam.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No attack succeeds, each is refused by the gate that is there for it, and none pays more than an honest failure. */
class RedTeamTest {

    /** Of either source, how many tasks an attack is tried on where not on all. */
    private static final int SOME = 4;

    private static final List<AttackedTasks> GENERATED = AttackedTasks.generated();
    private static final List<AttackedTasks> INLINE = AttackedTasks.inline();

    @Test
    void knows_more_than_five_hundred_attacks_of_every_family() {
        assertThat(Exploits.all()).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        assertThat(Exploits.all())
                .extracting(Exploit::family)
                .containsOnly(Family.values())
                .contains(Family.values());
        assertThat(Exploits.all().stream().map(Exploit::toString).distinct())
                .hasSize(Exploits.all().size());
    }

    @Test
    void attacks_generated_tasks_of_many_strata_and_every_rule_of_manifests() {
        assertThat(GENERATED).hasSizeGreaterThan(20);
        assertThat(INLINE)
                .hasSize(
                        1
                                + Examples.POLICIES
                                        .catalogue()
                                        .ofKind("kubernetes", "k8s-all")
                                        .orElseThrow()
                                        .size());
    }

    @TestFactory
    Stream<DynamicTest> an_attack_fails() {
        return attacks(SOME);
    }

    @Tag("nightly")
    @TestFactory
    Stream<DynamicTest> an_attack_fails_on_every_task() {
        return attacks(Integer.MAX_VALUE);
    }

    private static Stream<DynamicTest> attacks(int most) {
        List<Exploit> all = Exploits.all();
        return IntStream.range(0, all.size())
                .mapToObj(number ->
                        DynamicTest.dynamicTest(
                                all.get(number).toString(),
                                () -> assertFails(all.get(number), number, most)));
    }

    private static void assertFails(Exploit exploit, int number, int most) {
        List<String> faults = new ArrayList<>();
        int attacked =
                attack(exploit, GENERATED, number, most, faults)
                        + attack(exploit, INLINE, number, most, faults);

        assertThat(faults.stream().limit(5)).as("of %d attacked", attacked).isEmpty();
        assertThat(attacked).as("tasks that can be attacked so").isPositive();
    }

    /** Starts elsewhere for each attack, so that all tasks have their turn. */
    private static int attack(
            Exploit exploit, List<AttackedTasks> tasks, int number, int most, List<String> faults) {
        int attacked = 0;
        for (int i = 0; i < tasks.size() && attacked < most; i++) {
            AttackedTasks task = tasks.get((i + 7 * number) % tasks.size());
            Optional<String> answer = exploit.answer().apply(task.target());
            if (answer.isPresent()) {
                attacked++;
                task.fault(exploit, answer.get()).ifPresent(faults::add);
            }
        }
        return attacked;
    }
}
