package dev.svgym.server.load;

import dev.svgym.server.load.KeepAlive.Reply;
import dev.svgym.server.load.Run.Measured;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints episodes a second and CPU milliseconds of an episode by the protocols of trainers, each episode about another
 * task of E1 and judged, beside OpenEnv's own server with an environment that does nothing; then the memory that idle
 * sessions take.
 */
public final class EpisodeLoad {

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int OPENED_BETWEEN_PINGS = 500;
    private static final String E1 = "e1-network-logs";
    private static final String RESET =
            "{\"type\": \"reset\", \"data\": {\"split\": \"train\", \"index\": %d}}";
    private static final String STEP =
            "{\"type\": \"step\", \"data\": {\"label\": \"Malicious\", \"confidence\": 0.83}}";
    private static final String RESPONSE =
            ",\"response\":{\"id\":\"r\",\"created_at\":0.0,\"model\":\"m\",\"object\":\"response\",\"output\":[{\"type\":\"message\",\"role\":\"assistant\",\"id\":\"m\",\"status\":\"completed\",\"content\":[{\"type\":\"output_text\",\"text\":\"{\\\"label\\\": \\\"Malicious\\\", \\\"confidence\\\": 0.83}\",\"annotations\":[]}]}],\"parallel_tool_calls\":true,\"tool_choice\":\"auto\",\"tools\":[]}}";

    private final Settings settings;
    private final AtomicLong next = new AtomicLong();

    /**
     * @param python program that has {@code openenv}; without one nothing is compared
     * @param script of OpenEnv's server
     * @param idle sessions that are held open at the end
     * @param warmUp seconds before anything is counted, in each run
     * @param seconds that are counted, in each run
     * @param jvm options of our server, separated by blanks
     */
    private record Settings(
            Optional<String> python, String script, int idle, int warmUp, int seconds, String jvm) {

        static Settings of(String[] arguments) {
            var given = new Arguments(arguments);
            var settings =
                    new Settings(
                            given.text("python"),
                            given.text("script")
                                    .orElse("src/bench/python/trivial_environment.py"),
                            given.number("idle", 10_000),
                            given.number("warmup", 10),
                            given.number("seconds", 10),
                            given.text("jvm").orElse(""));
            given.end("python, script, idle, warmup, seconds, jvm");
            return settings;
        }
    }

    private EpisodeLoad(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        new EpisodeLoad(Settings.of(arguments)).run();
    }

    private void run() throws Exception {
        System.out.printf(
                "%d processors for client and server%n%n%-32s %11s %12s %20s %9s %9s%n",
                Runtime.getRuntime().availableProcessors(),
                "",
                "connections",
                "episodes/s",
                "server CPU-ms/1000",
                "p50 ms",
                "p99 ms");
        List<Double> ours = new ArrayList<>();
        try (var server =
                ServerUnderLoad.ours(
                        settings.jvm(),
                        "--svgym.adapters.max-sessions=" + (settings.idle() + 100))) {
            for (int connections : CONNECTIONS) {
                ours.add(sockets("OpenEnv, E1 judged", server, "/envs/" + E1 + "/ws", connections));
            }
            for (int connections : CONNECTIONS) {
                print(
                        "NeMo Gym, E1 judged",
                        connections,
                        Run.measure(server, load(connections), KeepAlive::new, this::verify));
            }
        }
        if (settings.python().isPresent()) {
            compare(settings.python().get(), ours);
        }
        idle();
    }

    private void compare(String python, List<Double> ours) throws Exception {
        List<Double> theirs = new ArrayList<>();
        try (var server =
                ServerUnderLoad.other(List.of(python, settings.script()), "/health")) {
            for (int connections : CONNECTIONS) {
                theirs.add(sockets("OpenEnv's server, nothing judged", server, "/ws", connections));
            }
        }
        System.out.println();
        for (int i = 0; i < CONNECTIONS.size(); i++) {
            System.out.printf(
                    "%d connections: %.2f of the CPU time of OpenEnv's server (aim 0.33)%n",
                    CONNECTIONS.get(i), ours.get(i) / theirs.get(i));
        }
    }

    /** Sessions that each have a task and a WebSocket, all at once. */
    private void idle() throws Exception {
        try (var server =
                ServerUnderLoad.ours(
                        settings.jvm(), "--svgym.adapters.max-sessions=" + settings.idle())) {
            List<WebSocket> open = new ArrayList<>();
            try {
                for (int i = 0; i < settings.idle(); i++) {
                    var socket = new WebSocket(server.url(), "/envs/" + E1 + "/ws");
                    open.add(socket);
                    require(socket.ask(RESET.formatted(i)), "\"done\":false");
                    if (i % OPENED_BETWEEN_PINGS == 0) {
                        answerPings(open);
                    }
                }
                answerPings(open);
                // The last word of the first, too: none was closed meanwhile.
                require(open.getFirst().ask(STEP), "\"done\":true");
                try (var connection = new KeepAlive(server.url())) {
                    require(
                            connection.get("/actuator/prometheus").body(),
                            "svgym_sessions{protocol=\"openenv\"} %d.0"
                                    .formatted(settings.idle()));
                }
                System.out.printf(
                        "%n%d idle sessions: the server takes %d MiB (aim 1024)%n",
                        settings.idle(), server.residentMebibytes());
            } finally {
                for (WebSocket socket : open) {
                    socket.close();
                }
            }
        }
    }

    private static void answerPings(List<WebSocket> open) throws IOException {
        for (WebSocket socket : open) {
            socket.answerPings();
        }
    }

    /** CPU milliseconds of an episode. */
    private double sockets(String what, ServerUnderLoad server, String path, int connections)
            throws Exception {
        return print(
                what,
                connections,
                Run.measure(
                        server,
                        load(connections),
                        (URI url) -> new WebSocket(url, path),
                        socket -> {
                            require(
                                    socket.ask(RESET.formatted(next.getAndIncrement())),
                                    "\"done\":false");
                            require(socket.ask(STEP), "\"done\":true");
                        }));
    }

    /** As SimpleAgent does where the model calls no tool. */
    private void verify(KeepAlive connection) throws IOException {
        String row =
                "{\"responses_create_params\":{\"input\":[{\"role\":\"user\",\"content\":\"Judge the log.\"}]},\"env_id\":\"%s\",\"split\":\"train\",\"index\":%d}"
                        .formatted(E1, next.getAndIncrement());
        Reply seeded =
                connection.post("/seed_session", row.getBytes(StandardCharsets.UTF_8));
        String answered = row.substring(0, row.length() - 1) + RESPONSE;
        Reply verified =
                connection.post(
                        "/verify", answered.getBytes(StandardCharsets.UTF_8), seeded.cookie());
        require(verified.body(), "\"reward\":");
    }

    private Run.Load load(int connections) {
        return new Run.Load(connections, settings.warmUp(), settings.seconds());
    }

    private static void require(String reply, String part) {
        if (!reply.contains(part)) {
            throw new IllegalStateException("need a reply with %s, got %s".formatted(part, reply));
        }
    }

    private static double print(String what, int connections, Measured measured) {
        double cpu = measured.serverMillis() / measured.calls();
        System.out.printf(
                "%-32s %11d %12.0f %20.1f %9.2f %9.2f%n",
                what,
                connections,
                measured.calls() / measured.seconds(),
                1000 * cpu,
                measured.median(),
                measured.slow());
        return cpu;
    }
}
