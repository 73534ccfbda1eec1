package dev.svgym.environment.testkit;

import dev.svgym.environment.Environment;
import java.util.List;

/** A sound environment passes the contract. */
class GuessingTest implements EnvironmentContract {

    static final Sample SAMPLE =
            Sample.of(
                            "{\"hint\": \"a fruit\", \"secret\": \"CANARY-plum\"}",
                            List.of("{\"guess\": \"CANARY-plum\"}"),
                            List.of("{\"guess\": \"pear\"}"))
                    .hiding("CANARY-plum")
                    .withTwin("{\"hint\": \"a fruit\", \"secret\": \"pear\"}");

    @Override
    public Environment environment() {
        return new Guessing();
    }

    @Override
    public List<Sample> samples() {
        return List.of(SAMPLE);
    }
}
