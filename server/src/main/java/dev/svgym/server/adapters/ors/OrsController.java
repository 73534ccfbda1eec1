package dev.svgym.server.adapters.ors;

import dev.svgym.environment.Environment;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.JsonBody;
import dev.svgym.server.adapters.OfferedTools;
import dev.svgym.server.adapters.Reset;
import dev.svgym.server.adapters.ServedEnvironments;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.TaskLists;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.rollouts.Ids;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** ORS over HTTP. */
@Hidden
@RestController
@RequestMapping({"", "/envs/{served}"})
class OrsController {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SESSION = "X-Session-ID";
    private static final String DEPLOYMENT = "X-Deployment";

    /** So long a call may take before its stream is opened: until then a fault is a status that clients retry on. */
    private static final long SECONDS_BEFORE_STREAM = 5;

    private static final long SECONDS_BETWEEN_SIGNS_OF_LIFE = 10;

    private final OrsSessions sessions;
    private final ServedEnvironments environments;
    private final TaskLists lists;
    private final ToolRuns runs;
    private final Ids ids;

    OrsController(
            OrsSessions sessions,
            ServedEnvironments environments,
            TaskLists lists,
            ToolRuns runs,
            Ids ids) {
        this.sessions = sessions;
        this.environments = environments;
        this.lists = lists;
        this.runs = runs;
        this.ids = ids;
    }

    /** Only an id: nothing is kept before a task is asked for. */
    @PostMapping("/create_session")
    void createSession(HttpServletResponse response) {
        EventStream events = EventStream.open(response);
        events.send("task_id", ids.next());
        events.end("");
    }

    @PostMapping("/delete_session")
    ObjectNode deleteSession(
            @RequestHeader(name = SESSION, required = false) @Nullable String header) {
        return JSON.objectNode().put("sid", OrsSessions.id(header));
    }

    @PostMapping("/create")
    ObjectNode create(
            @PathVariable(required = false) @Nullable String served,
            @RequestHeader(name = SESSION, required = false) @Nullable String header,
            @RequestHeader(name = DEPLOYMENT, required = false) @Nullable String deployment,
            @RequestBody(required = false) byte @Nullable [] body) {
        String id = OrsSessions.id(header);
        JsonBody request = JsonBody.of(body);
        String name = request.optionalText("env_name", Integer.MAX_VALUE);
        String split = request.optionalText("split", Integer.MAX_VALUE);
        Long index = request.optionalInteger("index");
        String toolset = request.optionalText("toolset_name", Integer.MAX_VALUE);
        JsonNode spec = request.object().path("task_spec");
        if (!spec.isMissingNode() && !spec.isNull()) {
            request.objectField("task_spec");
        }
        request.only("env_name", "task_spec", "split", "index", "toolset_name");
        request.check();
        boolean placed = split != null && index != null;
        if (placed == spec.isObject() || (split == null) != (index == null)) {
            throw new DetailException(
                    422, "Provide either task_spec or both split and index, not both/neither");
        }
        if (toolset != null) {
            throw new DetailException(400, "unknown toolset '%s'".formatted(toolset));
        }
        Environment environment =
                name == null
                        ? environments.implied(served, deployment)
                        : environments.get(served, name);
        sessions.create(id, environment, reset(environment, spec, split, index));
        return JSON.objectNode().put("sid", id);
    }

    private Reset reset(
            Environment environment, JsonNode spec, @Nullable String split, @Nullable Long index) {
        if (split == null || index == null) {
            return OrsSessions.reset(environment.card(), spec, null, null);
        }
        var set =
                lists.split(environment.card(), split)
                        .orElseThrow(() -> new DetailException(400, "Invalid split"));
        if (index < 0 || index >= set.size()) {
            throw new DetailException(400, "Invalid index");
        }
        return OrsSessions.reset(environment.card(), null, split, index);
    }

    @PostMapping("/ping")
    ObjectNode ping(@RequestHeader(name = SESSION, required = false) @Nullable String header) {
        sessions.get(OrsSessions.id(header)).episode().heartbeat();
        return JSON.objectNode().put("status", "ok");
    }

    @PostMapping("/delete")
    ObjectNode delete(@RequestHeader(name = SESSION, required = false) @Nullable String header) {
        String id = OrsSessions.id(header);
        sessions.delete(id);
        return JSON.objectNode().put("sid", id);
    }

    @GetMapping("/{environment}/tools")
    ObjectNode tools(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment) {
        return ToolSchemas.list(
                OfferedTools.of(environments.get(served, environment).card()).all());
    }

    @GetMapping("/{environment}/task_tools")
    ObjectNode taskTools(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestHeader(name = SESSION, required = false) @Nullable String header) {
        environments.get(served, environment);
        return ToolSchemas.list(
                OfferedTools.of(sessions.get(OrsSessions.id(header)).episode()).all());
    }

    @GetMapping("/{environment}/prompt")
    ArrayNode prompt(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestHeader(name = SESSION, required = false) @Nullable String header) {
        environments.get(served, environment);
        return sessions.prompt(OrsSessions.id(header));
    }

    @GetMapping("/{environment}/messages")
    ArrayNode messages(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestHeader(name = SESSION, required = false) @Nullable String header) {
        environments.get(served, environment);
        return sessions.messages(OrsSessions.id(header));
    }

    @PostMapping("/{environment}/call")
    void call(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestHeader(name = SESSION, required = false) @Nullable String header,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletResponse response) {
        environments.get(served, environment);
        String id = OrsSessions.id(header);
        Session session = sessions.get(id);
        JsonBody request = JsonBody.of(body);
        String tool = request.text("name");
        ObjectNode input = request.objectField("input");
        String again = request.optionalText("task_id", Integer.MAX_VALUE);
        request.only("name", "input", "task_id");
        request.check();
        if (again == null) {
            stream(runs.begin(id, () -> sessions.call(session, tool, input)), response);
            return;
        }
        runs.find(id, again)
                .ifPresentOrElse(
                        call -> stream(call, response),
                        () -> EventStream.open(response).send("error", "unknown task_id"));
    }

    /** Paths without an environment lead to those of the one that is meant. */
    @RequestMapping(
            method = {RequestMethod.GET, RequestMethod.POST},
            path = {
                "/tools",
                "/task_tools",
                "/prompt",
                "/messages",
                "/call",
                "/splits",
                "/tasks",
                "/num_tasks",
                "/task",
                "/task_range"
            })
    ResponseEntity<Void> redirect(
            @PathVariable(required = false) @Nullable String served,
            @RequestHeader(name = SESSION, required = false) @Nullable String header,
            @RequestHeader(name = DEPLOYMENT, required = false) @Nullable String deployment,
            HttpServletRequest request) {
        String environment =
                sessions.find(header)
                        .map(Session::environment)
                        .filter(one -> served == null || served.equals(one.card().id()))
                        .orElseGet(() -> environments.implied(served, deployment))
                        .card()
                        .id();
        String path = request.getRequestURI();
        int last = path.lastIndexOf('/');
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(
                        URI.create(
                                path.substring(0, last) + "/" + environment + path.substring(last)))
                .build();
    }

    private static void stream(ToolRuns.Run call, HttpServletResponse response) {
        try {
            EventStream events = null;
            long patience = SECONDS_BEFORE_STREAM;
            while (true) {
                try {
                    String result = call.result().get(patience, TimeUnit.SECONDS);
                    (events == null ? open(call, response) : events).end(result);
                    return;
                } catch (TimeoutException e) {
                    if (events == null) {
                        events = open(call, response);
                    } else {
                        events.keepAlive();
                    }
                    patience = SECONDS_BETWEEN_SIGNS_OF_LIFE;
                } catch (ExecutionException e) {
                    fail(e.getCause(), events);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EventStream open(ToolRuns.Run call, HttpServletResponse response) {
        EventStream events = EventStream.open(response);
        events.send("task_id", call.id());
        return events;
    }

    private static void fail(@Nullable Throwable cause, @Nullable EventStream events) {
        ProblemException problem =
                cause instanceof ProblemException known
                        ? known
                        : ProblemException.of(
                                ProblemType.INTERNAL, "this server failed; its log says why");
        if (events == null) {
            throw problem;
        }
        events.send("error", problem.detail().replace('\n', ' ').replace('\r', ' '));
    }
}
