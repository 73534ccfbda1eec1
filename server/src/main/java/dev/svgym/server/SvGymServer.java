package dev.svgym.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Serves every environment that is on the class path. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SvGymServer {

    public static void main(String[] arguments) {
        SpringApplication.run(SvGymServer.class, arguments);
    }
}
