package dev.svgym.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
 * Knows a caller by the key in {@code Authorization: Bearer}, in {@code X-API-Key}, or as the password of
 * {@code Authorization: Basic}, which is what a client sends whose address may hold a password but that has no place for
 * headers. A key that is unknown is no key.
 */
class SentKeys extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final String API_KEY = "X-API-Key";

    private final ApiKeys keys;

    SentKeys(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        credentials(authorization, BEARER)
                .or(() -> credentials(authorization, BASIC).flatMap(SentKeys::password))
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

    private static Optional<String> credentials(@Nullable String header, String scheme) {
        return Optional.ofNullable(header)
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(scheme))
                .map(text -> text.substring(scheme.length()).strip());
    }

    /** What stands behind the first colon; the name before it says nothing. */
    private static Optional<String> password(String credentials) {
        try {
            String pair =
                    new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
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
