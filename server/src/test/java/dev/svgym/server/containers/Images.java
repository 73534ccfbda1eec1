package dev.svgym.server.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The images of this checkout, built once, of the bases that {@code docker-compose.yml} would take. */
final class Images {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final String GO = base("SVGYM_GO_IMAGE", "golang:1.26-bookworm");
    private static final String JDK = base("SVGYM_JDK_IMAGE", "eclipse-temurin:25-jdk");
    private static final String PYTHON = base("SVGYM_PYTHON_IMAGE", "python:3.13-slim-bookworm");
    private static final String SEMGREP = "environments/e2-config-remediation/src/semgrep";
    private static final String BASE = base("SVGYM_BASE_IMAGE", "debian:bookworm-slim");

    /** An OPA server with the rules as its bundle. */
    static final ImageFromDockerfile OPA =
            new ImageFromDockerfile("svgym/opa-it", false)
                    .withFileFromPath("policies", CHECKOUT.resolve("policies"))
                    .withFileFromPath("containers", CHECKOUT.resolve("containers"))
                    .withFileFromPath("Dockerfile", CHECKOUT.resolve("containers/opa/Dockerfile"))
                    .withBuildArg("GO_IMAGE", GO);

    /** The server that has just been packaged. */
    static final ImageFromDockerfile SERVER =
            new ImageFromDockerfile("svgym/server-it", false)
                    .withFileFromPath("server.jar", Path.of(System.getProperty("svgym.server.jar")))
                    .withFileFromPath("containers", CHECKOUT.resolve("containers"))
                    .withFileFromPath(SEMGREP, CHECKOUT.resolve(SEMGREP))
                    .withFileFromPath(
                            "Dockerfile", CHECKOUT.resolve("containers/server/Dockerfile"))
                    .withBuildArgs(
                            Map.of(
                                    "SERVER_JAR", "server.jar",
                                    "JDK_IMAGE", JDK,
                                    "BASE_IMAGE", BASE,
                                    "PYTHON_IMAGE", PYTHON));

    private Images() {}

    private static String base(String variable, String standard) {
        String name = System.getenv(variable);
        return name == null || name.isEmpty() ? standard : name;
    }

    /** Why no image can be built, where one of its bases is neither here nor to be pulled. */
    static Optional<String> missingBase() {
        DockerClient docker = DockerClientFactory.lazyClient();
        for (String base : new String[] {GO, JDK, BASE, PYTHON}) {
            try {
                docker.inspectImageCmd(base).exec();
            } catch (NotFoundException absent) {
                try {
                    if (!docker.pullImageCmd(base).start().awaitCompletion(10, TimeUnit.MINUTES)) {
                        return Optional.of("the image %s was not pulled in time".formatted(base));
                    }
                } catch (DockerException e) {
                    return Optional.of(
                            "there is no image %s and it cannot be pulled; containers/bases makes bases: %s"
                                    .formatted(base, e.getMessage()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.of("pulling %s was interrupted".formatted(base));
                }
            }
        }
        return Optional.empty();
    }
}
