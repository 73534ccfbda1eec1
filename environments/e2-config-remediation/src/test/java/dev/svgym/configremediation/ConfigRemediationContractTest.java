package dev.svgym.configremediation;

import dev.svgym.environment.Environment;
import dev.svgym.environment.testkit.EnvironmentContract;
import dev.svgym.environment.testkit.Sample;
import java.util.List;

class ConfigRemediationContractTest implements EnvironmentContract {

    @Override
    public Environment environment() {
        return Examples.ENVIRONMENT;
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
