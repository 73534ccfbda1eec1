package dev.svgym.server.access;

import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.problems.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Which call needs which scope. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Doors {

    private static final String ADMIN = "/v1/admin/**";

    private final ApiKeys keys;
    private final List<Passes> passes;
    private final ProblemWriter problems;

    Doors(ApiKeys keys, List<Passes> passes, ProblemWriter problems) {
        this.keys = keys;
        this.passes = List.copyOf(passes);
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain calls(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new SentKeys(keys), AnonymousAuthenticationFilter.class)
                .exceptionHandling(faults ->
                        faults.authenticationEntryPoint(
                                        (request, response, _) -> withoutKey(request, response))
                                .accessDeniedHandler(
                                        (request, response, _) -> tooNarrow(request, response)))
                .authorizeHttpRequests(calls -> {
                    calls.requestMatchers(ADMIN).hasRole(Scope.ADMIN.name());
                    calls.requestMatchers(HttpMethod.GET, "/actuator/health/**").permitAll();
                    calls.requestMatchers(call -> passes.stream().anyMatch(one -> one.admit(call)))
                            .permitAll();
                    if (keys.areConfigured()) {
                        calls.requestMatchers(HttpMethod.GET, "/v1/**", "/v3/**", "/actuator/**")
                                .hasRole(Scope.READ.name());
                        calls.anyRequest().hasRole(Scope.ROLLOUT.name());
                    } else {
                        calls.anyRequest().permitAll();
                    }
                })
                .build();
    }

    /** A call is timed as a whole; timing each filter before it would cost more than they do. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** A path with tricks in it never reaches a handler. */
    @Bean
    RequestRejectedHandler crookedPaths() {
        return (request, response, _) ->
                problems.write(
                        ProblemException.of(
                                ProblemType.BAD_REQUEST,
                                "expected a plain path and plain headers, got one that is encoded twice or holds what no path needs"),
                        request,
                        response);
    }

    private void withoutKey(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Scope needed = needed(request);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(
                ProblemException.of(
                        keys.someAre(Scope.ADMIN) || needed != Scope.ADMIN
                                ? ProblemType.UNAUTHENTICATED
                                : ProblemType.FORBIDDEN,
                        keys.advice(needed)),
                request,
                response);
    }

    private void tooNarrow(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(
                ProblemException.of(ProblemType.FORBIDDEN, keys.advice(needed(request))),
                request,
                response);
    }

    private static Scope needed(HttpServletRequest request) {
        return Optional.of(request.getRequestURI())
                .filter(path -> path.startsWith("/v1/admin"))
                .map(_ -> Scope.ADMIN)
                .orElse(request.getMethod().equals("GET") ? Scope.READ : Scope.ROLLOUT);
    }
}
