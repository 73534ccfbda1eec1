package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Environment;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.websocket.Conversation;
import dev.svgym.server.websocket.WebSockets;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Opens WebSockets, and asks whether their clients are still there. */
@Component
@ConditionalOnWebApplication
class Sockets {

    private static final int ENVIRONMENT = 1;

    private final WebSockets sockets;
    private final Conversations conversations;
    private final EnvironmentCatalogue catalogue;

    Sockets(WebSockets sockets, Conversations conversations, EnvironmentCatalogue catalogue) {
        this.sockets = sockets;
        this.conversations = conversations;
        this.catalogue = catalogue;
    }

    /** For resets and steps. */
    void steps(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String wanted = wanted(uri(request));
        open(request, response, false, found -> conversations.steps(found, wanted));
    }

    /** For JSON-RPC. */
    void mcp(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        open(request, response, true, conversations::mcp);
    }

    /** Pings every socket, and hangs up on those that do not answer or whose session was reaped. */
    @Scheduled(fixedDelayString = "${svgym.adapters.ping-interval:20s}")
    void ping() {
        sockets.ping();
    }

    private void open(
            HttpServletRequest request,
            HttpServletResponse response,
            boolean mcp,
            Function<Environment, Conversation> begin)
            throws IOException, ServletException {
        String name = uri(request).getPathSegments().get(ENVIRONMENT);
        sockets.open(request, response, () -> begin(name, mcp, begin));
    }

    /** A client that asks for an environment that is not there learns of it by its first message, as upstream has it. */
    private Conversation begin(
            String name, boolean mcp, Function<Environment, Conversation> begin) {
        Environment environment;
        try {
            environment = catalogue.get(name);
        } catch (ProblemException unknown) {
            return Conversations.unknown(name, mcp);
        }
        return begin.apply(environment);
    }

    private static UriComponents uri(HttpServletRequest request) {
        return UriComponentsBuilder.fromUri(new ServletServerHttpRequest(request).getURI()).build();
    }

    private static @Nullable String wanted(UriComponents uri) {
        String wanted = uri.getQueryParams().getFirst("session_id");
        return wanted == null || wanted.isEmpty() ? null : wanted;
    }
}
