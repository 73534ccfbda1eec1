package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.redteam.DockerfileExploits;
import dev.svgym.configremediation.redteam.Exploit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No attack on a Dockerfile succeeds, each is refused by the gate that is there for it, and none pays. */
class DockerfileRedTeamTest {

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
                        DynamicTest.dynamicTest(
                                exploit.toString(),
                                () -> AttackedTasks.assertFails(exploit, tasks)));
    }
}
