package dev.svgym.configremediation;

import dev.svgym.environment.Environment;
import dev.svgym.environment.testkit.EnvironmentContract;
import dev.svgym.environment.testkit.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class ConfigRemediationContractTest implements EnvironmentContract {

    @TempDir static Path folder;

    private static Environment environment = Examples.ENVIRONMENT;

    /** With a set of 20 rows beside the generated splits. */
    @BeforeAll
    static void imports_a_set() {
        var recorded = Recorded.in(folder.resolve("sets"));
        var rows = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            String question = i % 2 == 0 ? Recorded.VOLUME : Recorded.ENCRYPTED;
            rows.append(Recorded.row(question.formatted(i), "tf", ""));
        }
        recorded.take(rows.toString());
        environment = recorded.environment();
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of(
                        Examples.definition(Examples.POD),
                        List.of(Examples.wholeFile(Examples.REPAIRED)),
                        List.of(Examples.patch(""), Examples.wholeFile("a: 1\n"))),
                Sample.of(
                        Examples.definition(Examples.REPAIRED),
                        List.of(Examples.patch("")),
                        List.of(Examples.wholeFile(Examples.POD))));
    }
}
