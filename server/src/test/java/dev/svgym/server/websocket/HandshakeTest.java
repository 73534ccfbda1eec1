package dev.svgym.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebSocketTest
class HandshakeTest {

    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    private static final String VERSION = "Sec-WebSocket-Version: 13";

    @Autowired Client client;

    /** The example of RFC 6455, section 1.3. */
    @Test
    void is_granted_and_declines_extensions_and_subprotocols() throws Exception {
        try (RawSocket socket = RawSocket.connect(client)) {
            String reply =
                    socket.ask(
                            RawSocket.request(
                                    RawSocket.E1,
                                    KEY,
                                    VERSION,
                                    "Sec-WebSocket-Protocol: chat",
                                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"));

            assertThat(reply)
                    .startsWith("HTTP/1.1 101")
                    .containsIgnoringCase("Upgrade: websocket")
                    .containsIgnoringCase("Connection: upgrade")
                    .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .doesNotContain("Extensions", "Protocol");
            assertThat(socket.answer(RawSocket.STATE)).contains("step_count");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "14", "13, 8", "x"})
    void of_another_version_is_refused_with_the_one_that_is_spoken(String version)
            throws Exception {
        try (RawSocket socket = RawSocket.connect(client)) {
            assertThat(
                            socket.ask(
                                    RawSocket.request(
                                            RawSocket.E1,
                                            KEY,
                                            "Sec-WebSocket-Version: " + version)))
                    .startsWith("HTTP/1.1 426")
                    .contains("Sec-WebSocket-Version: 13");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Sec-WebSocket-Key: c2hvcnQ=",
                "Sec-WebSocket-Key: not base 64 at all ==="
            })
    void without_a_key_is_refused(String key) throws Exception {
        try (RawSocket socket = RawSocket.connect(client)) {
            assertThat(socket.ask(RawSocket.request(RawSocket.E1, key, VERSION)))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example, 403", "null, 403", "http://x, 101"})
    void is_for_pages_of_this_server_alone(String origin, int status) throws Exception {
        try (RawSocket socket = RawSocket.connect(client)) {
            assertThat(
                            socket.ask(
                                    RawSocket.request(
                                            RawSocket.E1, KEY, VERSION, "Origin: " + origin)))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void may_have_the_first_message_right_behind_it() throws Exception {
        try (RawSocket socket = RawSocket.connect(client)) {
            byte[] message =
                    RawSocket.frame(
                            0x80 | Opcode.TEXT, RawSocket.STATE.getBytes(StandardCharsets.UTF_8));
            socket.upgrade(RawSocket.E1, new String(message, StandardCharsets.ISO_8859_1));

            assertThat(socket.next().text()).contains("step_count");
        }
    }
}
