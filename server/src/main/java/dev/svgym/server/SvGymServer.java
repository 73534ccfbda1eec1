package dev.svgym.server;

import dev.svgym.server.commands.Commands;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Serves every environment that is on the class path; where the first argument names a command, does that instead. */
// Callers have keys and no passwords.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class SvGymServer {

    public static void main(String[] arguments) {
        var application = new SpringApplication(SvGymServer.class);
        if (!Commands.areAskedFor(arguments)) {
            application.run(arguments);
            return;
        }
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        int code;
        try (var context = application.run(arguments)) {
            code = context.getBean(Commands.class).run(arguments, System.out, System.err);
        }
        System.exit(code);
    }
}
