package dev.svgym.server.adapters.nemogym;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The port of NeMo Gym alone, for clients that can be told a host and a port and no path. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE)
class GymPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final GymSettings settings;
    private final ServerProperties server;

    GymPort(GymSettings settings, ServerProperties server) {
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (settings.port() == 0) {
            return;
        }
        var connector = new Connector(tomcat.getProtocol());
        connector.setPort(settings.port());
        tomcat.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(server.getAddress());
            protocol.setExecutor(new VirtualThreadExecutor("nemo-gym-"));
        }
        tomcat.addAdditionalConnectors(connector);
    }

    /** Whether a request came by this port. */
    boolean took(HttpServletRequest request) {
        return settings.port() != 0 && request.getLocalPort() == settings.port();
    }
}
