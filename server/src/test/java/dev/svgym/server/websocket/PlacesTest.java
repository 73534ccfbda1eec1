package dev.svgym.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Places among the connections that a connector may have. */
@WebSocketTest
class PlacesTest {

    @Autowired Client client;
    @Autowired ServletWebServerApplicationContext server;

    private ReleasingEndpoint endpoint() {
        if (server.getWebServer() instanceof TomcatWebServer web
                && web.getTomcat().getConnector().getProtocolHandler()
                        instanceof ReleasingProtocol protocol) {
            return protocol.endpoint();
        }
        throw new IllegalStateException("need a Tomcat whose connections become WebSockets");
    }

    @Test
    void are_taken_by_websockets_that_tomcat_has_forgotten() throws Exception {
        eventuallyTaken(0);
        try (RawSocket first = RawSocket.open(client, RawSocket.E1);
                RawSocket second = RawSocket.open(client, RawSocket.E1)) {
            assertThat(first.answer(RawSocket.STATE)).contains("step_count");
            assertThat(second.answer(RawSocket.STATE)).contains("step_count");

            eventuallyTaken(2);
            assertThat(endpoint().getConnections()).isEmpty();
        }
        eventuallyTaken(0);
    }

    /** Tomcat holds one more place, for whoever comes next. */
    private void eventuallyTaken(long count) throws InterruptedException {
        for (int i = 0; i < 200 && endpoint().getConnectionCount() != count + 1; i++) {
            Thread.sleep(50);
        }
        assertThat(endpoint().getConnectionCount()).isEqualTo(count + 1);
    }
}
