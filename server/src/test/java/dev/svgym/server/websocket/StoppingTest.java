package dev.svgym.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.ServerTest;
import dev.svgym.server.SvGymServer;
import dev.svgym.server.arithmetic.Arithmetic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server that stops. */
class StoppingTest {

    @Test
    void answers_what_has_come_says_that_it_goes_away_and_may_come_back() throws Exception {
        ConfigurableApplicationContext server =
                new SpringApplicationBuilder(SvGymServer.class, ServerTest.Beans.class)
                        .run(
                                "--server.port=0",
                                "--spring.main.allow-bean-definition-overriding=true");
        Client client = server.getBean(Client.class);
        server.getBean(Arithmetic.class).slowDown(2000);
        try (RawSocket idle = RawSocket.open(client, RawSocket.E1);
                RawSocket busy = RawSocket.open(client, RawSocket.ARITHMETIC)) {
            assertThat(idle.answer(RawSocket.STATE)).contains("step_count");
            busy.text("{\"type\": \"reset\", \"data\": {}}");
            busy.next();
            busy.text("{\"type\": \"step\", \"data\": {\"sum\": 5}}");
            // Whoever is pinged behind a message has that message.
            busy.hex("8980 00000000");
            assertThat(busy.next().opcode()).isEqualTo(Opcode.PONG);

            server.stop();

            assertThat(idle.next().code()).isEqualTo(CloseCode.GOING_AWAY);
            assertThat(busy.next().text()).contains("\"done\":true");
            assertThat(busy.next().code()).isEqualTo(CloseCode.GOING_AWAY);
            assertThat(idle.isAtEnd()).isTrue();
            assertThat(busy.isAtEnd()).isTrue();

            server.start();
            try (RawSocket again = RawSocket.open(client, RawSocket.E1)) {
                assertThat(again.answer(RawSocket.STATE)).contains("step_count");
            }
        } finally {
            server.close();
        }
    }
}
