package dev.svgym.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What frames lead to, whoever sends them. Masks are zeros where a table shows bytes. */
@WebSocketTest
class FramesTest {

    @Autowired Client client;

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource({
        "8100,                                  1002, without a mask",
        "81023132,                              1002, without a mask",
        "C180 00000000,                         1002, the first reserved bit",
        "A180 00000000,                         1002, the second reserved bit",
        "9180 00000000,                         1002, the third reserved bit",
        "C980 00000000,                         1002, a ping with a reserved bit",
        "8380 00000000,                         1002, an opcode that is not there",
        "8480 00000000,                         1002, an opcode that is not there",
        "8580 00000000,                         1002, an opcode that is not there",
        "8680 00000000,                         1002, an opcode that is not there",
        "8780 00000000,                         1002, an opcode that is not there",
        "8B80 00000000,                         1002, an opcode that is not there",
        "8C80 00000000,                         1002, an opcode that is not there",
        "8D80 00000000,                         1002, an opcode that is not there",
        "8E80 00000000,                         1002, an opcode that is not there",
        "8F80 00000000,                         1002, an opcode that is not there",
        "0880 00000000,                         1002, a close frame in parts",
        "0980 00000000,                         1002, a ping in parts",
        "0A80 00000000,                         1002, a pong in parts",
        "89FE 007E 00000000,                    1002, a long ping",
        "8AFE 007E 00000000,                    1002, a long pong",
        "88FF 0000000000010000 00000000,        1002, a long close frame",
        "81FE 007D 00000000,                    1002, two bytes of length for one",
        "81FF 000000000000FFFF 00000000,        1002, eight bytes of length for two",
        "81FF 8000000000000000 00000000,        1002, a negative length",
        "81FF FFFFFFFFFFFFFFFF 00000000,        1002, a negative length",
        "81FF 7FFFFFFFFFFFFFFF 00000000,        1009, the longest length",
        "81FF 0000000100000000 00000000,        1009, a length beyond an int",
        "81FF 0000000000010001 00000000,        1009, one byte too many",
        "8080 00000000,                         1002, a continuation of nothing",
        "0080 00000000,                         1002, a continuation of nothing",
        "0180 00000000 8180 00000000,           1002, a message within another",
        "0180 00000000 8280 00000000,           1002, bytes within a text",
        "8180 00000000 8080 00000000,           1002, a continuation of what has ended",
        "8280 00000000,                         1003, bytes",
        "0281 00000000 01,                      1003, bytes in parts",
        "8182 00000000 C328,                    1007, half a character",
        "8181 00000000 C3,                      1007, a character that ends early",
        "8181 00000000 80,                      1007, a character without a begin",
        "8182 00000000 C080,                    1007, more bytes than a character needs",
        "8183 00000000 EDA080,                  1007, half a surrogate pair",
        "8184 00000000 F4908080,                1007, beyond the last character",
        "8181 00000000 FF,                      1007, a byte of no character",
        "0181 00000000 C3 8081 00000000 28,     1007, half a character in each part",
        "0181 00000000 C3 8080 00000000,        1007, half a character and nothing",
        "8881 00000000 03,                      1002, half a code",
        "8882 00000000 0000,                    1002, the code 0",
        "8882 00000000 03E7,                    1002, the code 999",
        "8882 00000000 03EC,                    1002, the code 1004",
        "8882 00000000 03ED,                    1002, the code 1005",
        "8882 00000000 03EE,                    1002, the code 1006",
        "8882 00000000 03F7,                    1002, the code 1015",
        "8882 00000000 03F8,                    1002, the code 1016",
        "8882 00000000 0BB7,                    1002, the code 2999",
        "8882 00000000 1388,                    1002, the code 5000",
        "8882 00000000 FFFF,                    1002, the code 65535",
        "8884 00000000 03E8 C328,               1007, a reason that is no text",
    })
    void that_break_a_rule_close_their_socket_and_no_other(String frames, int code, String what)
            throws Exception {
        try (RawSocket good = RawSocket.open(client, RawSocket.E1);
                RawSocket bad = RawSocket.open(client, RawSocket.E1)) {
            bad.hex(frames);

            if (frames.startsWith("8180")) {
                assertThat(bad.next().text()).as(what).contains("SESSION_ERROR");
            }
            assertThat(bad.next().code()).as(what).isEqualTo(code);
            assertThat(bad.isAtEnd()).isTrue();
            assertThat(good.answer(RawSocket.STATE)).contains("step_count");
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1000, 1001, 1002, 1003, 1007, 1008, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999
            })
    void that_close_are_answered_with_their_code(int code) throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            socket.hex("8885 00000000 %04X 627965".formatted(code));

            assertThat(socket.next().code()).isEqualTo(code);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @Test
    void that_close_without_a_code_are_answered_without_one() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            socket.hex("8880 00000000");

            assertThat(socket.next().code()).isEqualTo(CloseCode.NONE);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @Test
    void behind_a_close_frame_are_not_read() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            socket.hex("8882 00000000 03E8 8180 00000000");

            assertThat(socket.next().code()).isEqualTo(1000);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @Test
    void of_a_message_may_have_pings_between_them() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            // {"type" : "state"}, with a ping, a part without any bytes, and a pong that nobody
            // asked for.
            socket.hex("0188 00000000 7B22747970652220");
            socket.hex("8982 00000000 0102");
            assertThat(socket.next())
                    .isEqualTo(
                            new RawSocket.Frame(Opcode.PONG, ByteBuffer.wrap(new byte[] {1, 2})));

            socket.hex("0080 00000000 8A81 00000000 09 808A 00000000 3A20227374617465227D");
            assertThat(socket.next().text()).startsWith("{\"type\":\"state\"");
        }
    }

    @Test
    void may_split_a_character() throws Exception {
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            // {"type": "é"} and, whole, a character that others use for what they cannot read.
            socket.hex("018B 00000000 7B2274797065223A2022C3 8083 00000000 A9227D");
            assertThat(socket.next().text()).contains("Unknown message type: é");

            assertThat(socket.answer("{\"type\": \"\uFFFD\"}"))
                    .contains("Unknown message type: \uFFFD");
        }
    }

    /** With what is around them, texts of 12 to 65,536 bytes: lengths of every form. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 113, 114, 115, 65_523, 65_524})
    void are_unmasked_whatever_their_length(int length) throws Exception {
        String text = "0123456789abcdefg".repeat(4096).substring(0, length);
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            socket.text("{\"type\": \"" + text + "\"}");

            assertThat(socket.next().text()).contains("\"Unknown message type: " + text + "\"");
        }
    }

    @Test
    void of_a_message_that_is_too_long_as_a_whole_close_the_socket() throws Exception {
        byte[] half = new byte[40_000];
        try (RawSocket socket = RawSocket.open(client, RawSocket.E1)) {
            socket.send(RawSocket.frame(Opcode.TEXT, half));
            socket.send(RawSocket.frame(0x80 | Opcode.CONTINUATION, half));

            assertThat(socket.next().code()).isEqualTo(1009);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }
}
