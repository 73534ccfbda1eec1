package dev.svgym.server.adapters.mcp;

import dev.svgym.server.access.Passes;
import dev.svgym.server.adapters.Seals;
import dev.svgym.server.rollouts.McpAddresses;
import dev.svgym.server.rollouts.Rollout;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tokens that open the tools of one rollout and nothing else: they do not tell its id, and an agent that has one needs no
 * key of its trainer's.
 */
@Component
public class RolloutTokens implements McpAddresses, Passes {

    /** The header of a token. */
    public static final String HEADER = "X-Rollout-Token";

    /** The same in NeMo Gym. */
    public static final String GYM_HEADER = "X-NeMo-Gym-Session-Token";

    private static final String PURPOSE = "mcp";
    private static final Pattern PATHS = Pattern.compile("(/envs/[^/;%]+)?(/nemo-gym)?/mcp");

    private final Seals seals;

    RolloutTokens(Seals seals) {
        this.seals = seals;
    }

    @Override
    public McpAddress of(Rollout rollout) {
        return new McpAddress(
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/mcp")
                        .build()
                        .toUriString(),
                Map.of(HEADER, token(rollout.id())));
    }

    public String token(String rollout) {
        return seals.seal(PURPOSE, rollout);
    }

    @Override
    public boolean admit(HttpServletRequest call) {
        return PATHS.matcher(call.getRequestURI()).matches() && rollout(call).isPresent();
    }

    /** Whether a request carries a token, true or not. */
    static boolean isIn(HttpServletRequest call) {
        return sent(call).isPresent();
    }

    /** The id of the rollout that a request's token opens. */
    Optional<String> rollout(HttpServletRequest call) {
        return sent(call).flatMap(token -> seals.open(PURPOSE, token));
    }

    private static Optional<String> sent(HttpServletRequest call) {
        return Stream.of(HEADER, GYM_HEADER)
                .flatMap(name -> Optional.ofNullable(call.getHeader(name)).stream())
                .findFirst();
    }
}
