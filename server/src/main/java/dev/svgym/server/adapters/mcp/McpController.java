package dev.svgym.server.adapters.mcp;

import dev.svgym.server.adapters.NamedRollouts;
import dev.svgym.server.adapters.ServedEnvironments;
import dev.svgym.server.rollouts.Rollout;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * MCP over HTTP. Under the prefix of an environment OpenEnv has a dialect of its own at the same path; there a request
 * with a token is MCP and one without is OpenEnv's.
 */
@Hidden
@RestController
class McpController {

    private static final int NO_SESSION = -32001;

    private final RolloutTokens tokens;
    private final NamedRollouts rollouts;
    private final ServedEnvironments environments;
    private final McpServlet servlet;

    McpController(
            RolloutTokens tokens,
            NamedRollouts rollouts,
            ServedEnvironments environments,
            McpServlet servlet) {
        this.tokens = tokens;
        this.rollouts = rollouts;
        this.environments = environments;
        this.servlet = servlet;
    }

    @RequestMapping({"/mcp", "/nemo-gym/mcp"})
    void mcp(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        serve(null, request, response);
    }

    /** A request that OpenEnv's mapping of the same path leaves. */
    @RequestMapping({"/envs/{environment}/mcp", "/envs/{environment}/nemo-gym/mcp"})
    void underPrefix(
            @PathVariable String environment,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        serve(environment, request, response);
    }

    private void serve(
            @Nullable String environment, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!RolloutTokens.isIn(request)) {
            refuse(
                    response,
                    400,
                    "expected the headers of the mcp object that POST /v1/rollouts answers with");
            return;
        }
        Optional<Rollout> rollout =
                tokens.rollout(request)
                        .flatMap(rollouts::find)
                        .filter(found -> isServed(environment, found));
        if (rollout.isEmpty()) {
            refuse(response, 404, "no rollout is kept here for this token; begin a new one");
            return;
        }
        servlet.serve(rollout.get().id(), request, response);
    }

    private boolean isServed(@Nullable String environment, Rollout rollout) {
        return environment == null
                || environments.get(environment).card().id().equals(rollout.environment());
    }

    private static void refuse(HttpServletResponse response, int status, String why)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(refusal(NO_SESSION, why).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** An error that answers no request. */
    static ObjectNode refusal(int code, String message) {
        ObjectNode refusal = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        refusal.putNull("id");
        refusal.putObject("error").put("code", code).put("message", message);
        return refusal;
    }
}
