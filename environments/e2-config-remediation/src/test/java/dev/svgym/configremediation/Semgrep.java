package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import org.junit.jupiter.api.Assumptions;

/** Whether the real Semgrep is where the build puts it. Tests that need it are left out without it, but not in CI. */
final class Semgrep {

    private Semgrep() {}

    static boolean isThere() {
        return Files.isExecutable(Examples.SEMGREP.core());
    }

    static void require() {
        if (!isThere() && "true".equals(System.getenv("CI"))) {
            fail("CI needs Semgrep in %s".formatted(Examples.SEMGREP.core()));
        }
        Assumptions.assumeTrue(
                isThere(), () -> "Semgrep is not in %s".formatted(Examples.SEMGREP.core()));
    }
}
