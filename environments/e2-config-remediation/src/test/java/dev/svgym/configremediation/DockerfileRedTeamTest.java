package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.redteam.DockerfileExploits;
import dev.svgym.configremediation.redteam.Exploit;
import dev.svgym.environment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No attack on a Dockerfile succeeds, each is refused by the gate that is there for it, and none pays. */
class DockerfileRedTeamTest {

    private static final double ROUNDING = 1e-9;

    private static List<AttackedTasks> tasks = List.of();

    @BeforeAll
    static void pose() {
        Semgrep.require();
        tasks =
                Stream.concat(
                                AttackedTasks.dockerfiles().stream(),
                                AttackedTasks.generatedDockerfiles().stream())
                        .toList();
    }

    @Test
    void knows_more_than_a_hundred_attacks() {
        assertThat(DockerfileExploits.all()).hasSizeGreaterThan(100);
        assertThat(DockerfileExploits.all().stream().map(Exploit::toString).distinct())
                .hasSize(DockerfileExploits.all().size());
    }

    @TestFactory
    Stream<DynamicTest> an_attack_fails() {
        return DockerfileExploits.all().stream()
                .map(exploit ->
                        DynamicTest.dynamicTest(exploit.toString(), () -> assertFails(exploit)));
    }

    private static void assertFails(Exploit exploit) {
        List<String> faults = new ArrayList<>();
        int attacked = 0;
        for (AttackedTasks task : tasks) {
            Optional<String> answer = exploit.answer().apply(task.target());
            if (answer.isPresent()) {
                attacked++;
                fault(exploit, task, answer.get()).ifPresent(faults::add);
            }
        }
        assertThat(faults.stream().limit(3)).as(exploit.toString()).isEmpty();
        assertThat(attacked).as("tasks that can be attacked so").isPositive();
    }

    private static Optional<String> fault(Exploit exploit, AttackedTasks on, String answer) {
        Verdict verdict = on.judge(answer);
        String name = on.target().name();
        if (verdict.success().orElse(0) != 0) {
            return Optional.of("%s: succeeds%n%s".formatted(name, answer));
        }
        Verdict.Gate last = verdict.gates().getLast();
        if (last.passed() || !exploit.gates().contains(last.name())) {
            return Optional.of("%s: %s by %s".formatted(name, last.name(), last.evidence()));
        }
        return verdict.reward().orElse(0) > on.bestHonestFailure() + ROUNDING
                ? Optional.of("%s: pays %s".formatted(name, verdict.reward()))
                : Optional.empty();
    }
}
