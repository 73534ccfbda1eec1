package dev.svgym.server.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Tests that are left out where there is no Docker or no base for the images, and say so. With {@code CI=true} in the
 * environment they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.Condition.class)
@interface NeedsDocker {

    /** Looks for a daemon and for base images. */
    class Condition implements ExecutionCondition {

        private static final String NO_DAEMON =
                "no Docker daemon answers; start one, or set DOCKER_HOST";
        private static final Path SOCKET = Path.of("/var/run/docker.sock");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<String> missing = missing();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("Docker is there");
            }
            String what = "%s: %s".formatted(context.getDisplayName(), missing.get());
            if ("true".equals(System.getenv("CI"))) {
                throw new ExtensionConfigurationException(what);
            }
            System.out.println("Left out, " + what);
            return ConditionEvaluationResult.disabled(missing.get());
        }

        private static Optional<String> missing() {
            // Inside a container Testcontainers would look for the host by an image from a
            // registry.
            if (Files.exists(Path.of("/.dockerenv"))
                    && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
                return Optional.of(
                        System.getenv("DOCKER_HOST") == null && !Files.exists(SOCKET)
                                ? NO_DAEMON
                                : "this is a container; TESTCONTAINERS_HOST_OVERRIDE must say on which host the Docker daemon publishes ports");
            }
            return DockerClientFactory.instance().isDockerAvailable()
                    ? Images.missingBase()
                    : Optional.of(NO_DAEMON);
        }
    }
}
