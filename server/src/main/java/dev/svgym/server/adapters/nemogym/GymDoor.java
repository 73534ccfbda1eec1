package dev.svgym.server.adapters.nemogym;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells NeMo Gym's requests, whose paths are those of tools, from all others, before anybody looks at a path, and gives
 * each reply its cookie, whatever becomes of the request. What comes by the port of its own is NeMo Gym's, MCP aside; of
 * the rest what has a name of its routes, or the cookie.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class GymDoor extends OncePerRequestFilter {

    private static final String OWN = "/nemo-gym";
    private static final String MCP = "mcp";
    private static final Pattern PREFIXED = Pattern.compile("(/envs/[^/]+)?/nemo-gym(/.*)?");
    private static final Pattern SHORT = Pattern.compile("(?<prefix>/envs/[^/]+)?/(?<name>[^/]+)");
    private static final Pattern ROUTES = Pattern.compile("seed_session|verify|aggregate_metrics");

    private final GymPort port;
    private final GymCookies cookies;

    GymDoor(GymPort port, GymCookies cookies) {
        this.port = port;
        this.cookies = cookies;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> path = path(request);
        if (path.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        GymSession session = cookies.read(request);
        request.setAttribute(GymSession.ATTRIBUTE, session);
        response.setHeader(HttpHeaders.SET_COOKIE, cookies.write(session));
        chain.doFilter(new Rerouted(request, path.get()), response);
    }

    /** Where the request is served; empty where it is none of NeMo Gym's. */
    private Optional<String> path(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (port.took(request)) {
            return path.equals("/" + MCP) ? Optional.empty() : Optional.of(OWN + path);
        }
        if (PREFIXED.matcher(path).matches()) {
            return path.endsWith(OWN + "/" + MCP) ? Optional.empty() : Optional.of(path);
        }
        Matcher shorter = SHORT.matcher(path);
        if (!request.getMethod().equals("POST") || !shorter.matches()) {
            return Optional.empty();
        }
        String name = shorter.group("name");
        return !name.equals(MCP) && (ROUTES.matcher(name).matches() || GymCookies.areIn(request))
                ? Optional.of(
                        Optional.ofNullable(shorter.group("prefix")).orElse("") + OWN + "/" + name)
                : Optional.empty();
    }

    /** A request as if it had been sent to another path. */
    private static final class Rerouted extends HttpServletRequestWrapper {

        private final String path;

        Rerouted(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            url.setLength(url.length() - super.getRequestURI().length());
            return url.append(path);
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
