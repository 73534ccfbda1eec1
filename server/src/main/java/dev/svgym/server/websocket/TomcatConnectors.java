package dev.svgym.server.websocket;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Connectors whose connections become WebSockets: all of the server. */
@Component
@ConditionalOnWebApplication
@Order(0)
public final class TomcatConnectors
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<ReleasingEndpoint> endpoints = new CopyOnWriteArrayList<>();

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(ReleasingProtocol.class.getName());
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof ReleasingProtocol protocol) {
                endpoints.add(protocol.endpoint());
            }
        });
    }

    /** What remains of a connection whose upgrade Tomcat has answered. */
    Wire wire(NioSocketWrapper connection) throws IOException {
        ReleasingEndpoint endpoint =
                endpoints.stream()
                        .filter(one -> one.holds(connection))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "need a connector of "
                                                + ReleasingProtocol.class.getName()));
        if (endpoint.isSSLEnabled()) {
            return SecureWire.of(connection);
        }
        SocketChannel channel = endpoint.release(connection);
        return new PlainWire(channel, endpoint::giveBackPlace);
    }
}
