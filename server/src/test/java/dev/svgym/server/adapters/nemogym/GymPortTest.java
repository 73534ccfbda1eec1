package dev.svgym.server.adapters.nemogym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServerTest
class GymPortTest {

    private static final int PORT = free();

    private final Client gym = new Client(PORT);

    @Autowired Client client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("svgym.nemo-gym.port", () -> PORT);
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void serves_nemo_gym_and_the_tools_by_mcp_and_nothing_else() {
        Reply seeded =
                gym.post(
                        "/seed_session",
                        "{\"responses_create_params\": {}, \"env_id\": \"arithmetic\", \"index\": 3}");

        assertThat(gym.get("/").text()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(gym.get("/").header("Set-Cookie")).isNotEmpty();
        Reply added =
                gym.send(
                        gym.request("/add")
                                .header("Cookie", seeded.header("Set-Cookie").split(";", 2)[0])
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(added.text()).isEqualTo("the sum is 5");
        assertThat(
                        gym.send(
                                        gym.request("/mcp")
                                                .header("Content-Type", "application/json")
                                                .header(
                                                        "Accept",
                                                        "application/json, text/event-stream")
                                                .header(
                                                        "X-NeMo-Gym-Session-Token",
                                                        seeded.at(
                                                                        "/mcp/headers/X-NeMo-Gym-Session-Token")
                                                                .asString())
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")))
                                .at("/result/tools/0/name")
                                .asString())
                .isEqualTo("add");
        for (String path :
                new String[] {
                    "/v1/environments",
                    "/actuator/health",
                    "/envs/arithmetic/health",
                    "/v3/api-docs"
                }) {
            assertThat(gym.get(path).status()).as(path).isEqualTo(404);
            assertThat(client.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(gym.get("/../v1/environments").status()).isIn(400, 404);
    }

    @Test
    void listens_on_loopback_alone_like_all_else() throws Exception {
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : card.inetAddresses().toList()) {
                if (!address.getHostAddress().equals("127.0.0.1")) {
                    assertThatThrownBy(() -> connect(address)).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static void connect(InetAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, PORT), 1000);
        }
    }
}
