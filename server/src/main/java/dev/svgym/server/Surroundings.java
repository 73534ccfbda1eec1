package dev.svgym.server;

import dev.svgym.server.rollouts.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and randomness: what the rest of the server takes as arguments. */
@Configuration(proxyBeanMethods = false)
class Surroundings {

    private static final int ID_BYTES = 16;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Ids that nobody guesses: who knows a rollout's id may act in it. */
    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        var random = new SecureRandom();
        return () -> {
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            return HexFormat.of().formatHex(id);
        };
    }
}
