package dev.svgym.server.adapters.nemogym;

import dev.svgym.environment.Digest;
import dev.svgym.environment.Environment;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.JsonBody;
import dev.svgym.server.adapters.PydanticError;
import dev.svgym.server.adapters.Reset;
import dev.svgym.server.adapters.ServedEnvironments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a data set, whose {@code env_id} names the environment and whose other fields name the task as those of a
 * reset do. A row that names no task is refused, because a reward of some other task would be a guess.
 */
record Row(Environment environment, Reset reset) {

    private static final List<String> NAMES =
            List.of("inline", "task_id", "id", "index", "task_index", "seed");

    /** Reads what a row says of its environment and task. */
    static Row of(ServedEnvironments environments, @Nullable String served, JsonBody request) {
        Environment environment = environment(environments, served, request);
        request.check();
        return new Row(
                environment,
                reset(environment, request.object())
                        .orElseThrow(() ->
                                new DetailException(
                                        422,
                                        PydanticError.plain(
                                                List.of(
                                                        PydanticError.missing(
                                                                request.object(),
                                                                "body",
                                                                "task"))))));
    }

    /** The task that a row names; empty where it names none. */
    static Optional<Reset> reset(Environment environment, ObjectNode row) {
        JsonNode named = row.path("task").isObject() ? row.path("task") : row;
        if (NAMES.stream().allMatch(name -> isAbsent(named, name))) {
            return Optional.empty();
        }
        ObjectNode arguments = ((ObjectNode) named).deepCopy();
        if (isAbsent(arguments, "index") && !isAbsent(arguments, "task_index")) {
            arguments.set("index", arguments.path("task_index"));
        }
        if (!isAbsent(arguments, "index")) {
            // That of the row, in many data sets.
            arguments.remove("id");
        }
        Stream.of("group", "run", "step", "policy_version", "mode")
                .filter(label -> row.has(label))
                .forEach(label -> arguments.set(label, row.path(label)));
        return Optional.of(Reset.of(environment.card(), arguments));
    }

    /** What a session remembers of the task that it was begun with. */
    String digest() {
        return digest(environment, reset);
    }

    static String digest(Environment environment, Reset reset) {
        return Digest.of(
                "nemo-gym/1",
                environment.card().id(),
                reset.task().toString(),
                String.valueOf(reset.expectDigest()));
    }

    private static Environment environment(
            ServedEnvironments environments, @Nullable String served, JsonBody request) {
        if (served != null) {
            String named = request.optionalText("env_id", Integer.MAX_VALUE);
            return named == null ? environments.get(served) : environments.get(served, named);
        }
        String named = request.text("env_id");
        request.check();
        return environments.get(named);
    }

    private static boolean isAbsent(JsonNode row, String name) {
        return row.path(name).isMissingNode() || row.path(name).isNull();
    }
}
