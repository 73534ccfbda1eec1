package dev.svgym.server.adapters.openenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.MovableClock;
import dev.svgym.server.ServerTest;
import dev.svgym.server.adapters.Sessions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** How many sessions there are, who holds them and when they end. */
@ServerTest
@TestPropertySource(
        properties = {
            "svgym.adapters.max-sessions=2",
            "svgym.adapters.ping-interval=1h",
            "svgym.adapters.reap-every=1h"
        })
class SessionsTest {

    private static final String STATE = "{\"type\": \"state\"}";
    private static final String WS = "/envs/arithmetic/ws";

    @Autowired Client client;
    @Autowired MovableClock clock;
    @Autowired Sockets sockets;
    @Autowired Sessions sessions;
    @Autowired MeterRegistry meters;

    /** What an earlier test closed leaves a moment after that. */
    @BeforeEach
    void every_place_is_free() throws InterruptedException {
        eventually(() ->
                meters.get("svgym.sessions").gauges().stream().mapToDouble(Gauge::value).sum()
                        == 0);
    }

    private JsonNode rpc(String method, String params) {
        return client.post(
                        "/envs/arithmetic/mcp",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                                .formatted(method, params))
                .json();
    }

    @Test
    void are_refused_above_the_limit_and_free_at_once_when_they_end() throws Exception {
        try (Socket first = Socket.open(client, WS);
                Socket second = Socket.open(client, WS)) {
            first.ask(STATE);
            second.ask(STATE);
            try (Socket third = Socket.open(client, WS)) {
                assertThat(third.next())
                        .isEqualTo(
                                "{\"type\":\"error\",\"data\":{\"message\":\"Server at capacity: 2/2 sessions active. Cannot accept new connections.\",\"code\":\"CAPACITY_REACHED\",\"active_sessions\":2,\"max_sessions\":2}}");
                assertThat(third.closeCode()).isEqualTo(1000);
            }
            assertThat(rpc("openenv/session/create", "{}").at("/error").toString())
                    .isEqualTo(
                            "{\"code\":-32000,\"message\":\"Server at capacity: 2/2 sessions active. Cannot accept new connections.\",\"data\":{\"active_sessions\":2,\"max_sessions\":2}}");
            assertThat(client.post("/envs/arithmetic/reset", "{\"episode_id\":\"e\"}").status())
                    .isEqualTo(503);

            first.send("{\"type\": \"close\"}");
            first.closeCode();
            try (Socket fourth = Socket.open(client, WS)) {
                assertThat(fourth.ask(STATE)).startsWith("{\"type\":\"state\"");
            }
        }
    }

    @Test
    void outlive_requests_by_mcp_and_lend_themselves_to_one_socket() throws Exception {
        String id = rpc("openenv/session/create", "{}").at("/result/session_id").asString();
        String session = "{\"session_id\":\"" + id + "\"}";
        try (Socket socket = Socket.open(client, WS + "?session_id=" + id)) {
            socket.ask("{\"type\": \"reset\", \"data\": {\"index\": 3}}");
            try (Socket other = Socket.open(client, WS + "?session_id=" + id)) {
                assertThat(other.next()).contains("SESSION_ERROR", "already has an attached");
            }
            JsonNode called =
                    rpc(
                            "tools/call",
                            "{\"name\":\"add\",\"arguments\":{},\"session_id\":\"" + id + "\"}");
            assertThat(called.at("/result/data/sum").asInt()).isEqualTo(5);
            assertThat(called.at("/result/is_error").booleanValue()).isFalse();
            // A call beside the steps is none of them.
            assertThat(socket.askJson(STATE).at("/data/step_count").asInt()).isZero();
            assertThat(rpc("openenv/session/close", session).at("/result/closing").booleanValue())
                    .isTrue();
        }
        eventually(() ->
                rpc("tools/list", session)
                        .at("/error/message")
                        .asString("")
                        .equals("Unknown session_id: " + id));
    }

    @Test
    void of_an_unknown_key_are_not_there() throws Exception {
        try (Socket socket = Socket.open(client, WS + "?session_id=nope")) {
            assertThat(socket.next())
                    .isEqualTo(
                            "{\"type\":\"error\",\"data\":{\"message\":\"Unknown session_id: nope\",\"code\":\"SESSION_ERROR\"}}");
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
        assertThat(
                        rpc("openenv/session/close", "{\"session_id\":\"nope\"}")
                                .at("/error")
                                .toString())
                .isEqualTo(
                        "{\"code\":-32602,\"message\":\"Unknown session_id: nope\",\"data\":null}");
    }

    @Test
    void of_an_environment_that_is_not_there_are_refused_by_a_message() throws Exception {
        try (Socket socket = Socket.open(client, "/envs/nope/ws")) {
            assertThat(socket.next())
                    .isEqualTo(
                            "{\"type\":\"error\",\"data\":{\"message\":\"Environment factory 'nope' failed to create instance.\",\"code\":\"FACTORY_ERROR\",\"factory_name\":\"nope\"}}");
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
        try (Socket socket = Socket.open(client, "/envs/nope/mcp")) {
            assertThat(socket.next())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"Environment factory 'nope' failed to create instance.\",\"data\":{\"factory_name\":\"nope\"}}}");
        }
    }

    @Test
    void play_on_where_the_store_is_full_of_their_earlier_episodes() throws Exception {
        // Twice as many as are kept, in no time at all.
        try (Socket socket = Socket.open(client, WS)) {
            for (int i = 0; i < 800; i++) {
                assertThat(socket.ask("{\"type\": \"reset\", \"data\": {\"index\": 3}}"))
                        .contains("\"done\":false");
                assertThat(socket.ask("{\"type\": \"step\", \"data\": {\"sum\": 5}}"))
                        .contains("\"reward\":1.0");
            }
        }
    }

    @Test
    void whose_other_end_answers_no_ping_are_given_up() throws Exception {
        try (java.net.Socket vanished =
                new java.net.Socket(InetAddress.getLoopbackAddress(), client.port())) {
            upgrade(vanished);
            try (Socket alive = Socket.open(client, WS)) {
                alive.ask(STATE);
                sockets.ping();
                // The pong of the one that is alive comes before its next message.
                alive.ping();
                alive.ask(STATE);
                sockets.ping();

                // Whoever is given up leaves a moment after that.
                eventually(this::isServed);
                assertThat(alive.ask(STATE)).startsWith("{\"type\":\"state\"");
            }
        }
    }

    private boolean isServed() {
        try (Socket next = Socket.open(client, WS)) {
            return next.ask(STATE).startsWith("{\"type\":\"state\"");
        } catch (CompletionException closed) {
            return false;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void that_nobody_uses_are_reaped() throws Exception {
        String id = rpc("openenv/session/create", "{}").at("/result/session_id").asString();
        try (Socket idle = Socket.open(client, WS)) {
            idle.ask(STATE);

            clock.advance(Duration.ofMinutes(16));
            sessions.reap();
            assertThat(
                            rpc("tools/list", "{\"session_id\":\"" + id + "\"}")
                                    .at("/error/code")
                                    .asInt())
                    .isEqualTo(-32602);
            assertThat(idle.ask(STATE)).startsWith("{\"type\":\"state\"");

            clock.advance(Duration.ofHours(2));
            sessions.reap();
            sockets.ping();
            assertThat(idle.closeCode()).isEqualTo(1000);
        }
    }

    private void upgrade(java.net.Socket socket) throws IOException {
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: gmW8USINaEalt7O6dYkpZw==\r\nSec-WebSocket-Version: 13\r\n\r\n"
                                .formatted(WS)
                                .getBytes(StandardCharsets.US_ASCII));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
        assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 100 && !holds.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
