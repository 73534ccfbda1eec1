package dev.svgym.server.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that is there, or one in a process of its own.
 *
 * @param started the process; empty where the server was there already
 */
record ServerUnderLoad(URI url, Optional<Process> started) implements AutoCloseable {

    private static final String CPU = "process_cpu_time_ns_total ";
    private static final int LONGEST_START_SECONDS = 90;

    static ServerUnderLoad of(Options options) throws IOException, InterruptedException {
        return options.url().isPresent()
                ? new ServerUnderLoad(URI.create(options.url().get()), Optional.empty())
                : ours(options.jvm());
    }

    /**
     * Ours, with the class path of this process.
     *
     * @param jvm options, separated by blanks
     */
    static ServerUnderLoad ours(String jvm, String... settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!jvm.isEmpty()) {
            command.addAll(List.of(jvm.split(" +")));
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.svgym.server.SvGymServer",
                        "--server.port=" + port,
                        "--logging.level.root=warn"));
        command.addAll(List.of(settings));
        return started(command, port, "/actuator/health");
    }

    /** Whatever a command starts that takes its port as last argument. */
    static ServerUnderLoad other(List<String> command, String health)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> whole = new ArrayList<>(command);
        whole.add(Integer.toString(port));
        return started(whole, port, health);
    }

    private static ServerUnderLoad started(List<String> command, int port, String health)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        var server =
                new ServerUnderLoad(
                        URI.create("http://127.0.0.1:" + port), Optional.of(process));
        server.awaitReady(process, health);
        return server;
    }

    /** CPU time of the server since its start in milliseconds: of its process, or by its own account. */
    double cpuMillis() throws IOException {
        if (started.isPresent()) {
            return started.get().info().totalCpuDuration().map(Duration::toNanos).orElseThrow()
                    / 1e6;
        }
        try (var connection = new KeepAlive(url)) {
            return connection.get("/actuator/prometheus").body().lines()
                    .filter(line -> line.startsWith(CPU))
                    .mapToDouble(line -> Double.parseDouble(line.substring(CPU.length())) / 1e6)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /** Memory of the server's process that is in use, in MiB. */
    long residentMebibytes() throws IOException {
        try (Stream<String> lines =
                Files.lines(
                        Path.of("/proc", Long.toString(started.orElseThrow().pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
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

    private void awaitReady(Process process, String health) throws InterruptedException {
        for (int i = 0; i < 4 * LONGEST_START_SECONDS && process.isAlive(); i++) {
            try (var connection = new KeepAlive(url)) {
                if (connection.get(health).status() == 200) {
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
