package dev.svgym.server.containers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import dev.svgym.server.Client;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** The server and an OPA server beside it, as {@code docker-compose.yml} starts them. */
final class Stack implements AutoCloseable {

    private static final int PORT = 8080;

    private final Network network = Network.newNetwork();
    private final OpaContainer opa =
            new OpaContainer()
                    .withNetwork(network)
                    .withNetworkAliases("opa")
                    .withCreateContainerCmdModifier(Stack::writesNothing);
    private final GenericContainer<?> server =
            new GenericContainer<>(Images.SERVER)
                    .withNetwork(network)
                    .withExposedPorts(PORT)
                    .withEnv("SVGYM_ACCESS_OPEN", "true")
                    .withEnv("SVGYM_CONFIGREMEDIATION_OPAMODE", "remote")
                    .withEnv("SVGYM_CONFIGREMEDIATION_OPAURL", "http://opa:8181")
                    .withTmpFs(Map.of("/tmp", "rw"))
                    .withCreateContainerCmdModifier(Stack::writesNothing)
                    .waitingFor(
                            Wait.forHttp("/actuator/health")
                                    .forPort(PORT)
                                    .withStartupTimeout(Duration.ofMinutes(3)));

    private static void writesNothing(CreateContainerCmd container) {
        if (container.getHostConfig() != null) {
            container.getHostConfig().withReadonlyRootfs(true);
        }
    }

    void start() {
        opa.start();
        server.start();
    }

    Client client() {
        return new Client(server.getMappedPort(PORT));
    }

    GenericContainer<?> server() {
        return server;
    }

    /** Kills OPA; its container stays. */
    void stopOpa() {
        DockerClientFactory.lazyClient().killContainerCmd(opa.getContainerId()).exec();
    }

    void startOpa() {
        DockerClientFactory.lazyClient().startContainerCmd(opa.getContainerId()).exec();
    }

    @Override
    public void close() {
        server.close();
        opa.close();
        network.close();
    }
}
