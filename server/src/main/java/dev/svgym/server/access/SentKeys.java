package dev.svgym.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a caller by the key in {@code Authorization: Bearer}, or in {@code X-API-Key} where a client sends it there. A key
 * that is unknown is no key.
 */
class SentKeys extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";
    private static final String API_KEY = "X-API-Key";

    private final ApiKeys keys;

    SentKeys(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        bearer(request.getHeader(HttpHeaders.AUTHORIZATION))
                .or(() -> Optional.ofNullable(request.getHeader(API_KEY)))
                .flatMap(keys::find)
                .ifPresent(SentKeys::let);
        chain.doFilter(request, response);
    }

    /** A streamed reply comes through here again, on another thread. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static Optional<String> bearer(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(text -> text.substring(BEARER.length()).strip());
    }

    private static void let(AccessSettings.Key key) {
        List<? extends GrantedAuthority> scopes =
                key.scope()
                        .held()
                        .map(scope -> new SimpleGrantedAuthority("ROLE_" + scope))
                        .toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(key.name(), null, scopes));
        SecurityContextHolder.setContext(context);
    }
}
