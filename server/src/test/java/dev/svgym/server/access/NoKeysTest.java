package dev.svgym.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.server.Client;
import dev.svgym.server.ServerTest;
import dev.svgym.server.SvGymServer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@ServerTest
class NoKeysTest {

    @Autowired Client client;

    @Test
    void whoever_reaches_the_port_may_call() {
        assertThat(client.get("/v1/environments").status()).isEqualTo(200);
    }

    @Test
    void nobody_is_an_admin() {
        assertThat(
                        client.get("/v1/admin/anything")
                                .isProblem(403, "forbidden")
                                .at("/detail")
                                .asString())
                .contains("svgym.access.keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void beyond_loopback_the_server_does_not_start(String address) {
        assertThatThrownBy(() -> start("--server.address=" + address))
                .rootCause()
                .isInstanceOf(OpenToStrangersException.class);
    }

    @Test
    void beyond_loopback_it_starts_where_that_is_said() {
        try (var context = start("--server.address=0.0.0.0", "--svgym.access.open=true")) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--svgym.access.keys[0].sha256=ABC",
                "--svgym.access.keys[0].scope=everything",
                "--svgym.access.keys[0].name="
            })
    void a_key_that_makes_no_sense_stops_the_start(String setting) {
        assertThatThrownBy(() -> start(setting)).hasStackTraceContaining("svgym.access");
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--server.port=0";
        return new SpringApplicationBuilder(SvGymServer.class).run(all);
    }
}
