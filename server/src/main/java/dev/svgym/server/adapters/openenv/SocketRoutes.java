package dev.svgym.server.adapters.openenv;

import dev.svgym.server.adapters.openenv.Sockets.Kind;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Where WebSockets are opened, and how much room each has. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SocketRoutes {

    /** Of one part of a message, in characters; a socket holds this much for as long as it is open. */
    private static final int PART = 2048;

    /** Before the routes of requests, which would take {@code /mcp} for theirs. */
    private static final int BEFORE_REQUESTS = -1;

    @Bean
    ServletServerContainerFactoryBean smallSocketBuffers() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(PART);
        container.setMaxBinaryMessageBufferSize(128);
        return container;
    }

    @Bean
    WebSocketHandlerMapping routesOfSockets(Sockets sockets) {
        var mapping = new WebSocketHandlerMapping();
        mapping.setOrder(BEFORE_REQUESTS);
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setUrlMap(
                Map.of(
                        "/envs/{environment}/ws", route(sockets, Kind.STEPS),
                        "/envs/{environment}/mcp", route(sockets, Kind.MCP)));
        return mapping;
    }

    private static WebSocketHttpRequestHandler route(Sockets sockets, Kind kind) {
        var route = new PlainRoute(sockets);
        // Browsers send an origin, and only pages of this server may connect.
        route.setHandshakeInterceptors(
                List.of(new OriginHandshakeInterceptor(), new Arrival(kind)));
        return route;
    }

    /** Declines extensions: the state of compression would take more room than the rest of a session. */
    private static final class PlainRoute extends WebSocketHttpRequestHandler {

        PlainRoute(WebSocketHandler handler) {
            super(handler);
        }

        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            super.handleRequest(new WithoutExtensions(request), response);
        }
    }

    private static final class WithoutExtensions extends HttpServletRequestWrapper {

        WithoutExtensions(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS.equalsIgnoreCase(name)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }

    /** Notes what a socket is opened for. */
    private record Arrival(Kind kind) implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            var uri = UriComponentsBuilder.fromUri(request.getURI()).build();
            attributes.put(Sockets.ENVIRONMENT, uri.getPathSegments().get(1));
            attributes.put(Sockets.KIND, kind);
            String wanted = uri.getQueryParams().getFirst("session_id");
            if (wanted != null && !wanted.isEmpty()) {
                attributes.put(Sockets.WANTED, wanted);
            }
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception exception) {}
    }
}
