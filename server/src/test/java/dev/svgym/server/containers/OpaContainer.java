package dev.svgym.server.containers;

import java.net.URI;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** An OPA server of the image, with its bundle or with another one. */
final class OpaContainer extends GenericContainer<OpaContainer> {

    private static final int PORT = 8181;

    OpaContainer() {
        super(Images.OPA);
        withExposedPorts(PORT);
        waitingFor(
                Wait.forHttp("/health?bundles")
                        .forPort(PORT)
                        .withStartupTimeout(Duration.ofMinutes(1)));
    }

    /** The same OPA, started by another command. */
    OpaContainer running(String... arguments) {
        return withCreateContainerCmdModifier(create -> {
            create.withEntrypoint("/opa");
            create.withCmd(arguments);
        });
    }

    URI url() {
        return URI.create("http://%s:%d".formatted(getHost(), getMappedPort(PORT)));
    }
}
