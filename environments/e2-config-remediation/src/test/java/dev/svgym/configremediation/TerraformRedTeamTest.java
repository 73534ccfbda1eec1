package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.redteam.Exploit;
import dev.svgym.configremediation.redteam.TerraformExploits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No attack on Terraform succeeds, each is refused by the gate that is there for it, and none pays. */
class TerraformRedTeamTest {

    private static List<AttackedTasks> tasks = List.of();

    @BeforeAll
    static void pose() {
        Semgrep.require();
        tasks =
                Stream.concat(
                                AttackedTasks.terraform().stream(),
                                AttackedTasks.generatedTerraform().stream())
                        .toList();
    }

    @Test
    void knows_hundreds_of_attacks() {
        assertThat(TerraformExploits.all()).hasSizeGreaterThan(400);
        assertThat(TerraformExploits.all().stream().map(Exploit::toString).distinct())
                .hasSize(TerraformExploits.all().size());
    }

    @TestFactory
    Stream<DynamicTest> an_attack_fails() {
        return TerraformExploits.all().stream()
                .map(exploit ->
                        DynamicTest.dynamicTest(
                                exploit.toString(),
                                () -> AttackedTasks.assertFails(exploit, tasks)));
    }
}
