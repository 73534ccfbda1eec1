package dev.svgym.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** WebSockets over a connector with TLS. */
@ServerTest
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;

    @Autowired Client client;
    @Autowired WebSockets sockets;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        Path store = folder.resolve("store.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "server",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        settings.add("server.ssl.key-store", store::toString);
        settings.add("server.ssl.key-store-password", () -> PASSWORD);
        settings.add("svgym.adapters.ping-interval", () -> "1h");
    }

    private RawSocket open(String protocol) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(folder.resolve("store.p12"))) {
            store.load(stream, PASSWORD.toCharArray());
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        var socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), client.port());
        socket.setEnabledProtocols(new String[] {protocol});
        return new RawSocket(socket).upgrade(RawSocket.E1, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void are_read_written_and_closed(String protocol) throws Exception {
        String text = "x".repeat(300_000);
        try (RawSocket socket = open(protocol)) {
            for (int i = 0; i < 20; i++) {
                assertThat(socket.answer(RawSocket.STATE)).contains("step_count");
                assertThat(socket.answer("{\"type\": \"" + text + "\"}")).contains(text);
            }
            socket.hex("8980 00000000");
            assertThat(socket.next().opcode()).isEqualTo(Opcode.PONG);
            sockets.ping();
            assertThat(socket.next().opcode()).isEqualTo(Opcode.PING);

            socket.hex("8882 00000000 03E8");
            assertThat(socket.next().code()).isEqualTo(CloseCode.NORMAL);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @Test
    void are_closed_where_a_frame_breaks_a_rule() throws Exception {
        try (RawSocket socket = open("TLSv1.3")) {
            socket.hex("8100");

            assertThat(socket.next().code()).isEqualTo(CloseCode.PROTOCOL_ERROR);
        }
    }

    @Test
    void get_every_reply_where_they_send_much_before_they_read() throws Exception {
        String text = "x".repeat(50_000);
        try (RawSocket socket = open("TLSv1.3")) {
            Thread writer =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    for (int i = 0; i < 200; i++) {
                                        socket.text("{\"type\": \"" + i + ":" + text + "\"}");
                                    }
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            for (int i = 0; i < 200; i++) {
                assertThat(socket.next().text()).contains("Unknown message type: " + i + ":x");
            }
            writer.join();
        }
    }
}
