package dev.svgym.server.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A server that is there, or one in a process of its own, with the class path of this one.
 *
 * @param started the process; empty where the server was there already
 */
record ServerUnderLoad(URI url, Optional<Process> started) implements AutoCloseable {

    private static final String CPU = "process_cpu_time_ns_total ";
    private static final int LONGEST_START_SECONDS = 90;

    static ServerUnderLoad of(Options options) throws IOException, InterruptedException {
        if (options.url().isPresent()) {
            return new ServerUnderLoad(URI.create(options.url().get()), Optional.empty());
        }
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!options.jvm().isEmpty()) {
            command.addAll(List.of(options.jvm().split(" +")));
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.svgym.server.SvGymServer",
                        "--server.port=" + port,
                        "--logging.level.root=warn"));
        Process process = new ProcessBuilder(command).inheritIO().start();
        var server =
                new ServerUnderLoad(
                        URI.create("http://127.0.0.1:" + port), Optional.of(process));
        server.awaitReady(process);
        return server;
    }

    /** CPU time of the server since its start, in milliseconds, by its own account. */
    double cpuMillis() throws IOException {
        try (var connection = new KeepAlive(url)) {
            return connection.get("/actuator/prometheus").body().lines()
                    .filter(line -> line.startsWith(CPU))
                    .mapToDouble(line -> Double.parseDouble(line.substring(CPU.length())) / 1e6)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    @Override
    public void close() {
        started.ifPresent(process -> {
            process.destroy();
            process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        });
    }

    private void awaitReady(Process process) throws InterruptedException {
        for (int i = 0; i < 4 * LONGEST_START_SECONDS && process.isAlive(); i++) {
            try (var connection = new KeepAlive(url)) {
                if (connection.get("/actuator/health").status() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(250);
        }
        close();
        throw new IllegalStateException("the server did not start; what it said is above");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
