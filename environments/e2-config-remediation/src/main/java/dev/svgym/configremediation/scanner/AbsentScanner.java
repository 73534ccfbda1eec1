package dev.svgym.configremediation.scanner;

import dev.svgym.environment.Engine;
import java.time.Duration;

/**
 * An engine that this server has not. It is listed as down, and what needs it is refused.
 *
 * @param version that would be used
 * @param why it is not there and what to do
 */
public record AbsentScanner(String name, String version, String why) implements Scanner {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    @Override
    public Engine engine() {
        return new Engine(name, version, false, why);
    }

    @Override
    public ScanResult scan(Subject subject) {
        return new ScanResult.Failed(
                name,
                ScanResult.Failed.Cause.ENGINE,
                "the engine is not there: " + why,
                RETRY_AFTER);
    }

    @Override
    public void close() {}
}
