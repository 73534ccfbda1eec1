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

    /** What Tomcat holds for each WebSocket, idle or not, three times over; its own choice is twice as much. */
    private static final String SOCKET_BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    public static void main(String[] arguments) {
        if (System.getProperty(SOCKET_BUFFER) == null) {
            System.setProperty(SOCKET_BUFFER, "4096");
        }
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
