package dev.svgym.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.arithmetic.Arithmetic;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other ends do that are slow, vanish or mean no good. */
@WebSocketTest
class PeersTest {

    private static final String LONG = "{\"type\": \"" + "x".repeat(50_000) + "\"}";

    @Autowired Client client;
    @Autowired Arithmetic arithmetic;
    @Autowired WebSockets sockets;
    @Autowired MeterRegistry meters;

    @BeforeEach
    void every_place_is_free() throws InterruptedException {
        eventually(() -> sessions() == 0);
    }

    @AfterEach
    void hurry() {
        arithmetic.slowDown(0);
    }

    @Test
    void that_write_a_byte_at_a_time_are_understood() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            for (byte one :
                    RawSocket.frame(
                            0x80 | Opcode.TEXT, RawSocket.STATE.getBytes(StandardCharsets.UTF_8))) {
                socket.send(new byte[] {one});
            }

            assertThat(socket.next().text()).contains("step_count");
        }
    }

    @Test
    void that_never_end_a_frame_take_no_room_for_it_and_are_pinged() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1);
                RawSocket other = RawSocket.open(client, RawSocket.E1)) {
            assertThat(socket.answer(RawSocket.STATE)).contains("step_count");
            assertThat(other.answer(RawSocket.STATE)).contains("step_count");
            socket.hex("81FE FFFF 00000000 7B");

            sockets.ping();
            assertThat(socket.next().opcode()).isEqualTo(Opcode.PING);
            assertThat(other.next().opcode()).isEqualTo(Opcode.PING);
            other.hex("8A80 00000000");
            assertThat(other.answer(RawSocket.STATE)).contains("step_count");
            sockets.ping();

            assertThat(socket.next().code()).isEqualTo(CloseCode.UNRELIABLE);
            assertThat(other.next().opcode()).isEqualTo(Opcode.PING);
        }
    }

    @Test
    void that_flood_with_pings_are_answered_and_served() throws Exception {
        var flood = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            flood.writeBytes(RawSocket.frame(0x80 | Opcode.PING, new byte[] {(byte) i}));
        }
        flood.writeBytes(RawSocket.frame(0x80 | Opcode.PING, new byte[] {1, 2, 3}));
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            socket.send(flood.toByteArray());

            RawSocket.Frame pong = socket.next();
            while (pong.payload().remaining() == 1) {
                assertThat(pong.opcode()).isEqualTo(Opcode.PONG);
                pong = socket.next();
            }
            assertThat(pong.payload()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            assertThat(socket.answer(RawSocket.STATE)).contains("step_count");
        }
    }

    @Test
    void that_send_much_before_they_read_get_every_reply_in_its_turn() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            Thread writer =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    for (int i = 0; i < 400; i++) {
                                        socket.text(LONG.replace("\"x", "\"" + i + ":x"));
                                    }
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            for (int i = 0; i < 400; i++) {
                assertThat(socket.next().text()).contains("Unknown message type: " + i + ":x");
            }
            writer.join();
        }
    }

    @Test
    void that_do_not_read_are_not_read_and_given_up() throws Exception {
        byte[] frame = RawSocket.frame(0x80 | Opcode.TEXT, LONG.getBytes(StandardCharsets.UTF_8));
        try (SocketChannel channel = SocketChannel.open()) {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port()));
            channel.write(
                    ByteBuffer.wrap(
                            RawSocket.request(RawSocket.E1).getBytes(StandardCharsets.ISO_8859_1)));
            eventually(() -> sessions() == 1);
            channel.configureBlocking(false);
            long sent = 0;
            for (int pauses = 0; pauses < 20; ) {
                ByteBuffer bytes = ByteBuffer.wrap(frame);
                while (bytes.hasRemaining() && pauses < 20) {
                    int written = channel.write(bytes);
                    sent += written;
                    if (written == 0) {
                        pauses++;
                        Thread.sleep(50);
                    }
                }
                assertThat(sent).as("bytes that are taken unread").isLessThan(100_000_000);
            }

            sockets.ping();
            sockets.ping();

            eventually(() -> sessions() == 0);
            try (RawSocket other = RawSocket.open(client, RawSocket.E1)) {
                assertThat(other.answer(RawSocket.STATE)).contains("step_count");
            }
        }
    }

    @Test
    void that_send_no_more_are_hung_up_on() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            assertThat(socket.answer(RawSocket.STATE)).contains("step_count");
            socket.endOutput();

            assertThat(socket.isAtEnd()).isTrue();
            eventually(() -> sessions() == 0);
        }
    }

    @Test
    void that_vanish_while_a_step_runs_free_their_place_at_once() throws Exception {
        arithmetic.slowDown(5000);
        try (RawSocket socket = RawSocket.open(client, RawSocket.ARITHMETIC)) {
            socket.text("{\"type\": \"reset\", \"data\": {}}");
            socket.next();
            socket.text("{\"type\": \"step\", \"data\": {\"sum\": 5}}");
        }
        eventually(() -> sessions() == 0);
    }

    @Test
    void that_are_slow_do_not_hold_up_others() throws Exception {
        arithmetic.slowDown(3000);
        try (RawSocket slow = RawSocket.open(client, RawSocket.ARITHMETIC);
                RawSocket quick = RawSocket.open(client, RawSocket.E1);
                RawSocket quicker = RawSocket.open(client, RawSocket.E1)) {
            slow.text("{\"type\": \"reset\", \"data\": {}}");
            slow.next();
            slow.text("{\"type\": \"step\", \"data\": {\"sum\": 5}}");
            for (int i = 0; i < 100; i++) {
                assertThat(quick.answer(RawSocket.STATE)).contains("step_count");
                assertThat(quicker.answer(RawSocket.STATE)).contains("step_count");
            }
            slow.hex("8980 00000000");

            assertThat(slow.next().opcode()).isEqualTo(Opcode.PONG);
            assertThat(slow.next().text()).contains("\"done\":true");
        }
    }

    private double sessions() {
        return meters.get("svgym.sessions").tag("protocol", "openenv").gauge().value();
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 200 && !holds.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
