package dev.svgym.server.adapters.openenv;

import dev.svgym.server.adapters.AdapterSettings;
import dev.svgym.server.websocket.Handshake;
import dev.svgym.server.websocket.TomcatConnectors;
import dev.svgym.server.websocket.WebSockets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Where WebSockets are opened. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SocketRoutes {

    /** Before the routes of requests, which would take {@code /mcp} for theirs. */
    private static final int BEFORE_REQUESTS = -1;

    @Bean
    WebSockets webSockets(TomcatConnectors connectors, AdapterSettings settings) {
        // No array is longer.
        int longest = (int) Math.min(settings.maxMessage().toBytes(), Integer.MAX_VALUE - 64);
        return new WebSockets(connectors, longest);
    }

    @Bean
    HandlerMapping routesOfSockets(Sockets sockets) {
        HttpRequestHandler steps = sockets::steps;
        HttpRequestHandler mcp = sockets::mcp;
        var mapping = new OnUpgrade();
        mapping.setOrder(BEFORE_REQUESTS);
        mapping.setUrlMap(Map.of("/envs/{environment}/ws", steps, "/envs/{environment}/mcp", mcp));
        return mapping;
    }

    private static final class OnUpgrade extends SimpleUrlHandlerMapping {

        @Override
        protected @Nullable Object getHandlerInternal(HttpServletRequest request) throws Exception {
            return Handshake.isAsked(request) ? super.getHandlerInternal(request) : null;
        }
    }
}
