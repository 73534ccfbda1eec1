package dev.svgym.server.adapters;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The task lists that OpenEnv and ORS share, under the prefix of an environment and at the root for all. */
@Hidden
@RestController
@RequestMapping(
        path = {"", "/envs/{served}"},
        produces = MediaType.APPLICATION_JSON_VALUE)
class TaskApiController {

    private static final String SPLIT = "split";

    private final ServedEnvironments environments;
    private final TaskLists lists;

    TaskApiController(ServedEnvironments environments, TaskLists lists) {
        this.environments = environments;
        this.lists = lists;
    }

    @GetMapping("/list_environments")
    List<String> environments(@PathVariable(required = false) @Nullable String served) {
        return environments.ids(served);
    }

    @GetMapping("/{environment}/splits")
    ArrayNode splits(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment) {
        return lists.splits(environments.get(served, environment).card());
    }

    @PostMapping("/{environment}/num_tasks")
    ObjectNode count(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body) {
        Environment found = environments.get(served, environment);
        return JsonNodeFactory.instance
                .objectNode()
                .put("num_tasks", lists.count(split(found, body)));
    }

    @PostMapping("/{environment}/task")
    ObjectNode task(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body) {
        Environment found = environments.get(served, environment);
        JsonBody request = JsonBody.of(body);
        String split = request.text(SPLIT);
        long index = request.integer("index");
        request.only(SPLIT, "index");
        request.check();
        Optional<ObjectNode> task = lists.task(found, split(found, split), index);
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("task", task.orElseThrow(() -> new DetailException(400, "Invalid task index")));
        return reply.put("env_name", found.card().id());
    }

    @PostMapping("/{environment}/task_range")
    ObjectNode range(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body) {
        Environment found = environments.get(served, environment);
        JsonBody request = JsonBody.of(body);
        String split = request.text(SPLIT);
        Long start = request.optionalInteger("start");
        Long stop = request.optionalInteger("stop");
        request.only(SPLIT, "start", "stop");
        request.check();
        return tasks(found, lists.range(split(found, split), start, stop));
    }

    @PostMapping("/{environment}/tasks")
    ObjectNode tasks(
            @PathVariable(required = false) @Nullable String served,
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body) {
        Environment found = environments.get(served, environment);
        return tasks(found, lists.range(split(found, body), null, null));
    }

    private static ObjectNode tasks(Environment environment, ArrayNode tasks) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("tasks", tasks);
        return reply.put("env_name", environment.card().id());
    }

    /** The split that a body names which names nothing else. */
    private EnvironmentCard.SplitCard split(Environment environment, byte @Nullable [] body) {
        JsonBody request = JsonBody.of(body);
        String split = request.text(SPLIT);
        request.only(SPLIT);
        request.check();
        return split(environment, split);
    }

    private EnvironmentCard.SplitCard split(Environment environment, String name) {
        return lists.split(environment.card(), name)
                .orElseThrow(() -> new DetailException(400, "Invalid split"));
    }
}
