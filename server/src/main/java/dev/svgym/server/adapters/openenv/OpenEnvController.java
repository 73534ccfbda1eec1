package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.Frame;
import dev.svgym.server.adapters.JsonBody;
import dev.svgym.server.adapters.PydanticError;
import dev.svgym.server.adapters.mcp.RolloutTokens;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.problems.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** OpenEnv over HTTP: what a client asks before it opens a WebSocket, and episodes for those that open none. */
@Hidden
@RestController
@RequestMapping(path = "/envs/{environment}", produces = MediaType.APPLICATION_JSON_VALUE)
class OpenEnvController {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_ID = 255;

    private final EnvironmentCatalogue catalogue;
    private final HttpEpisodes episodes;
    private final McpDialect mcp;

    OpenEnvController(EnvironmentCatalogue catalogue, HttpEpisodes episodes, McpDialect mcp) {
        this.catalogue = catalogue;
        this.episodes = episodes;
        this.mcp = mcp;
    }

    @GetMapping("/health")
    ObjectNode health(@PathVariable String environment) {
        environment(environment);
        return JSON.objectNode().put("status", "healthy");
    }

    @GetMapping("/metadata")
    ObjectNode metadata(@PathVariable String environment) {
        EnvironmentCard card = environment(environment).card();
        return JSON.objectNode()
                .put("name", card.id())
                .put("description", card.description())
                .putNull("readme_content")
                .put("version", card.version())
                .putNull("author")
                .putNull("documentation_url");
    }

    @GetMapping("/schema")
    ObjectNode schema(@PathVariable String environment) {
        return Schemas.of(environment(environment).card());
    }

    @GetMapping("/openapi.json")
    Resource contract(@PathVariable String environment) {
        environment(environment);
        return new ClassPathResource("openenv.openapi.json", OpenEnvController.class);
    }

    @PostMapping("/reset")
    ObjectNode reset(
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body) {
        Environment found = environment(environment);
        JsonBody request = JsonBody.orEmpty(body);
        request.optionalInteger("seed");
        request.notNegative("seed");
        String id = request.optionalText("episode_id", LONGEST_ID);
        request.check();
        return episodes.reset(found, id, request.object());
    }

    @PostMapping("/step")
    ObjectNode step(
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body) {
        Environment found = environment(environment);
        JsonBody request = JsonBody.of(body);
        ObjectNode action = request.objectField("action");
        request.positive("timeout_s");
        request.optionalText("request_id", LONGEST_ID);
        String id = request.optionalText("episode_id", LONGEST_ID);
        request.check();
        try {
            return episodes.step(
                    found, id, action, request.strict(), () -> request.written("action"));
        } catch (Steps.RefusedException refused) {
            throw new DetailException(422, PydanticError.explained(refused.errors()));
        }
    }

    @GetMapping("/state")
    ObjectNode state(
            @PathVariable String environment,
            @RequestParam(name = "episode_id", required = false) @Nullable String id) {
        return episodes.state(environment(environment), id);
    }

    /** A request with a token is none of this dialect. */
    @PostMapping(
            path = "/mcp",
            headers = {"!" + RolloutTokens.HEADER, "!" + RolloutTokens.GYM_HEADER})
    ObjectNode mcp(
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body) {
        Environment found = environment(environment);
        try {
            var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            return Frame.read(text).json() instanceof ObjectNode request
                    ? mcp.respond(found, request, null)
                    : JsonRpc.noRequest(JsonRpc.PARSE_ERROR, "Parse error");
        } catch (Frame.NotJsonException e) {
            return JsonRpc.noRequest(JsonRpc.PARSE_ERROR, "Parse error");
        }
    }

    @RequestMapping("/**")
    void anythingElse() {
        throw new DetailException(404, "Not Found");
    }

    private Environment environment(String id) {
        try {
            return catalogue.get(id);
        } catch (ProblemException unknown) {
            throw new DetailException(404, "unknown environment '%s'".formatted(id));
        }
    }
}
