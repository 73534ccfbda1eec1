package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.redteam.Exploit;
import dev.svgym.configremediation.redteam.Exploits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same as {@link RedTeamTest} of what the rules of text find, by the real Semgrep. */
class TextRedTeamTest {

    @BeforeAll
    static void require() {
        Semgrep.require();
    }

    @Test
    void knows_more_than_a_hundred_attacks_on_texts() {
        assertThat(Exploits.onTexts()).hasSizeGreaterThan(100);
        assertThat(
                        Stream.concat(Exploits.onTexts().stream(), Exploits.all().stream())
                                .map(Exploit::toString))
                .doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> an_attack_on_a_text_fails() {
        List<AttackedTasks> tasks = AttackedTasks.ofText();
        return Exploits.onTexts().stream()
                .map(exploit ->
                        DynamicTest.dynamicTest(
                                exploit.toString(), () -> assertFails(exploit, tasks)));
    }

    @TestFactory
    Stream<DynamicTest> any_attack_fails_on_a_text_too() {
        List<AttackedTasks> tasks = AttackedTasks.ofText();
        List<Exploit> all = Exploits.all();
        return IntStream.range(0, all.size())
                .filter(number -> number % 5 == 0)
                .mapToObj(number ->
                        DynamicTest.dynamicTest(
                                all.get(number).toString(),
                                () ->
                                        assertNoFault(
                                                all.get(number),
                                                List.of(tasks.get(number % tasks.size())))));
    }

    @Tag("nightly")
    @TestFactory
    Stream<DynamicTest> any_attack_fails_on_every_text() {
        List<AttackedTasks> tasks = AttackedTasks.ofText();
        return Exploits.all().stream()
                .map(exploit ->
                        DynamicTest.dynamicTest(
                                exploit.toString(), () -> assertNoFault(exploit, tasks)));
    }

    private static void assertFails(Exploit exploit, List<AttackedTasks> tasks) {
        assertThat(assertNoFault(exploit, tasks)).as("tasks that can be attacked so").isPositive();
    }

    private static int assertNoFault(Exploit exploit, List<AttackedTasks> tasks) {
        List<String> faults = new ArrayList<>();
        int attacked = 0;
        for (AttackedTasks task : tasks) {
            Optional<String> answer = exploit.answer().apply(task.target());
            if (answer.isPresent()) {
                attacked++;
                task.fault(exploit, answer.get()).ifPresent(faults::add);
            }
        }
        assertThat(faults).as("of %d attacked", attacked).isEmpty();
        return attacked;
    }
}
