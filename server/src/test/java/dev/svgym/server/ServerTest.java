package dev.svgym.server;

import dev.svgym.server.arithmetic.Arithmetic;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A test against the whole server over real HTTP, with the arithmetic environment and a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "svgym.rollouts.max-open=200",
            "svgym.rollouts.max-total=400",
            "svgym.rollouts.reap-every=1h",
            "management.prometheus.metrics.export.enabled=true"
        })
@Import(ServerTest.Beans.class)
public @interface ServerTest {

    /** What stands in for the world. */
    @TestConfiguration(proxyBeanMethods = false)
    class Beans {

        @Bean
        Arithmetic arithmetic() {
            return new Arithmetic();
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Client client() {
            return new Client();
        }
    }
}
