package dev.svgym.server.adapters.nemogym;

import dev.svgym.environment.Environment;
import dev.svgym.server.adapters.CalledTool;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.Episode;
import dev.svgym.server.adapters.Frame;
import dev.svgym.server.adapters.JsonBody;
import dev.svgym.server.adapters.NamedRollouts;
import dev.svgym.server.adapters.PydanticError;
import dev.svgym.server.adapters.ServedEnvironments;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.adapters.mcp.RolloutTokens;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.rollouts.Rollout;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The routes of a resources server, where {@link GymDoor} leads them. */
@Hidden
@RestController
@RequestMapping({"/nemo-gym", "/envs/{served}/nemo-gym"})
class GymController {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 200;
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final ServedEnvironments environments;
    private final Sessions sessions;
    private final NamedRollouts rollouts;
    private final GymVerdicts verdicts;
    private final GymCookies cookies;
    private final RolloutTokens tokens;

    GymController(
            ServedEnvironments environments,
            Sessions sessions,
            NamedRollouts rollouts,
            GymVerdicts verdicts,
            GymCookies cookies,
            RolloutTokens tokens) {
        this.environments = environments;
        this.sessions = sessions;
        this.rollouts = rollouts;
        this.verdicts = verdicts;
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @GetMapping({"", "/"})
    ObjectNode alive() {
        return JSON.objectNode().put("status", "ok");
    }

    /** Begins a rollout, whatever cookie came. An agent that reads tools from MCP is told where, if there are any. */
    @PostMapping("/seed_session")
    ObjectNode seed(
            @PathVariable(required = false) @Nullable String served,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletResponse response) {
        JsonBody request = JsonBody.of(body);
        request.objectField("responses_create_params");
        Row row = Row.of(environments, served, request);
        Episode.Attempt begun = sessions.episode(row.environment()).reset(row.reset());
        response.setHeader(
                HttpHeaders.SET_COOKIE,
                cookies.write(new GymSession.Begun(begun.rollout(), row.digest())));
        ObjectNode reply = JSON.objectNode();
        if (!begun.task().tools().isEmpty()) {
            reply.putObject("mcp")
                    .put("server_name", row.environment().card().id())
                    .put("url_path", "/mcp")
                    .put("transport", "http")
                    .putObject("headers")
                    .put(RolloutTokens.GYM_HEADER, tokens.token(begun.rollout()));
        }
        return reply;
    }

    @PostMapping("/verify")
    ObjectNode verify(
            @PathVariable(required = false) @Nullable String served,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(GymSession.ATTRIBUTE) GymSession session) {
        JsonBody request = JsonBody.of(body);
        request.objectField("responses_create_params");
        GymResponse response = GymResponse.of(request);
        requireShallow(request.object());
        ShownVerdict verdict =
                switch (session) {
                    case GymSession.None _ ->
                            verdicts.ofRow(Row.of(environments, served, request), response);
                    case GymSession.Begun begun -> {
                        Rollout rollout = rollout(served, begun);
                        requireSame(begun, rollout, request);
                        yield verdicts.ofSession(rollout, response);
                    }
                    case GymSession.Refused _ -> throw refused();
                };
        return verdicts.show(verdict, request.object());
    }

    @PostMapping("/aggregate_metrics")
    ObjectNode aggregate(@RequestBody(required = false) byte @Nullable [] body) {
        JsonBody request = JsonBody.of(body);
        JsonNode replies = request.object().path("verify_responses");
        if (replies.isMissingNode()) {
            throw new DetailException(
                    422,
                    PydanticError.plain(
                            List.of(
                                    PydanticError.missing(
                                            request.object(), "body", "verify_responses"))));
        }
        if (!replies.isArray() || replies.valueStream().anyMatch(reply -> !reply.isObject())) {
            throw new DetailException(422, "expected a list of objects in verify_responses");
        }
        return GymMetrics.of(replies);
    }

    /** Calls a tool; the text of the reply, a refusal included, is what the model reads. */
    @PostMapping("/{tool}")
    ResponseEntity<String> call(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String tool,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(GymSession.ATTRIBUTE) GymSession session) {
        String rollout =
                switch (session) {
                    case GymSession.Begun begun -> rollout(served, begun).id();
                    case GymSession.None _ ->
                            throw new DetailException(
                                    401, "expected the cookie of a session; POST /seed_session");
                    case GymSession.Refused _ -> throw refused();
                };
        JsonNode arguments = arguments(body);
        CalledTool call =
                rollouts.inTurn(rollout, episode -> CalledTool.call(episode, tool, arguments));
        if (call.isLast()) {
            return text("The attempt has ended.");
        }
        return switch (call.fault()) {
            case null -> text(call.content());
            case NOT_FOUND -> throw new DetailException(404, call.message());
            case INVALID_ARGUMENTS -> throw new DetailException(422, call.message());
        };
    }

    @RequestMapping("/**")
    void anythingElse() {
        throw new DetailException(404, "Not Found");
    }

    /** The whole request is written again in the reply, and no writer of JSON goes as deep as its readers do. */
    private static void requireShallow(ObjectNode request) {
        if (depth(request) > DEEPEST) {
            throw new DetailException(422, "expected at most %d levels of JSON".formatted(DEEPEST));
        }
    }

    private static int depth(JsonNode node) {
        return node.isContainer()
                ? 1 + node.valueStream().mapToInt(GymController::depth).max().orElse(0)
                : 0;
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }

    private static JsonNode arguments(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return JSON.objectNode();
        }
        try {
            return Frame.read(new String(body, StandardCharsets.UTF_8)).json();
        } catch (Frame.NotJsonException e) {
            throw new DetailException(
                    422, PydanticError.plain(List.of(PydanticError.notJson(e.fault()))));
        }
    }

    private Rollout rollout(@Nullable String served, GymSession.Begun session) {
        Rollout rollout =
                rollouts.find(session.rollout())
                        .orElseThrow(() ->
                                new DetailException(
                                        404, "the session's rollout is not kept any more"));
        if (served != null && !environments.get(served).card().id().equals(rollout.environment())) {
            throw new DetailException(
                    409, "expected a session of %s, got one of another".formatted(served));
        }
        return rollout;
    }

    /** A session is of one task: a cookie that came with another row was taken from elsewhere. */
    private void requireSame(GymSession.Begun session, Rollout rollout, JsonBody request) {
        Environment environment = environments.get(rollout.environment());
        String named = request.optionalText("env_id", Integer.MAX_VALUE);
        request.check();
        boolean same =
                (named == null || named.equalsIgnoreCase(rollout.environment()))
                        && Row.reset(environment, request.object())
                                .map(reset -> Row.digest(environment, reset))
                                .filter(digest -> !digest.equals(session.row()))
                                .isEmpty();
        if (!same) {
            throw new DetailException(
                    409, "expected the row that the session was begun with, got another");
        }
    }

    private static DetailException refused() {
        return new DetailException(
                401,
                "the session's cookie is not of this server or has expired; POST /seed_session");
    }
}
