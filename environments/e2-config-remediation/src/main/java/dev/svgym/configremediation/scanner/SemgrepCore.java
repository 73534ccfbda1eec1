package dev.svgym.configremediation.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Starts {@code semgrep-core}: each batch in a folder of its own, without the environment of this process, without network
 * where the kernel lets an unprivileged process give it up, and with bounds on memory, time and output.
 */
final class SemgrepCore {

    private static final Logger LOG = LoggerFactory.getLogger(SemgrepCore.class);
    private static final int MOST_OUTPUT = 64 * 1024 * 1024;
    private static final int MOST_SHOWN = 300;
    private static final int KILLED = 128 + 9;
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "-rn");
    private static final String CANARY = "canary.yaml";

    private final SemgrepSettings settings;
    private final TextRules rules;
    private final ScheduledExecutorService watchdog;
    private final boolean networkIsOff;
    private final AtomicLong batches = new AtomicLong();

    SemgrepCore(SemgrepSettings settings, TextRules rules, ScheduledExecutorService watchdog) {
        this.settings = settings;
        this.rules = rules;
        this.watchdog = watchdog;
        this.networkIsOff = canBeWithoutNetwork();
    }

    boolean networkIsOff() {
        return networkIsOff;
    }

    /** Scans the targets in one run. */
    TextReport scan(List<TextTarget> targets) throws LostBatchException {
        long number = batches.incrementAndGet();
        Path folder = settings.scratch().resolve("batch-" + number).toAbsolutePath();
        String nonce = "n%s-%s".formatted(System.nanoTime(), number);
        try {
            Files.createDirectories(folder);
            write(folder, targets, nonce);
            return TextReport.read(run(folder), CANARY, nonce);
        } catch (IOException e) {
            throw new LostBatchException("cannot use %s: %s".formatted(folder, e), true);
        } finally {
            remove(folder);
        }
    }

    private void write(Path folder, List<TextTarget> targets, String nonce) throws IOException {
        Files.write(folder.resolve("rules.json"), rules.document());
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add("Targets");
        ArrayNode described = list.addArray();
        for (TextTarget target : targets) {
            Files.writeString(folder.resolve(target.name()), target.text());
            describe(described, target.name(), target.analyzer());
        }
        Files.writeString(folder.resolve(CANARY), TextRules.canary(nonce));
        describe(described, CANARY, "yaml");
        Files.writeString(folder.resolve("targets.json"), list.toString());
    }

    private static void describe(ArrayNode list, String name, String analyzer) {
        var target = list.addArray().add("CodeTarget").addObject();
        target.putObject("path").put("fpath", name).put("ppath", "/" + name);
        target.put("analyzer", analyzer).putArray("products").add("sast");
    }

    private String run(Path folder) throws IOException, LostBatchException {
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command())
                        .directory(folder.toFile())
                        .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        var overdue = new AtomicBoolean();
        var alarm =
                watchdog.schedule(
                        () -> {
                            overdue.set(true);
                            kill(process);
                        },
                        settings.deadline().toMillis(),
                        TimeUnit.MILLISECONDS);
        try (InputStream output = process.getInputStream()) {
            process.getOutputStream().close();
            byte[] bytes = output.readNBytes(MOST_OUTPUT);
            if (bytes.length == MOST_OUTPUT) {
                throw new LostBatchException("it writes without end", false);
            }
            int code = process.waitFor();
            if (overdue.get()) {
                throw new LostBatchException(
                        "it took longer than %s ms".formatted(settings.deadline().toMillis()),
                        false);
            }
            if (code != 0) {
                // Limits of ours end it otherwise: whoever sent this signal, no target did.
                throw new LostBatchException(
                        "it ended with %s: %s".formatted(code, shown(errors)), code == KILLED);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LostBatchException("it was interrupted", true);
        } finally {
            alarm.cancel(false);
            if (process.isAlive()) {
                kill(process);
            }
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(networkIsOff ? WITHOUT_NETWORK : List.of());
        command.addAll(
                List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -v \"$1\" && ulimit -c 0 && shift && exec \"$@\"",
                        "semgrep",
                        Long.toString(settings.maxMemoryMebibytes() * 1024L),
                        settings.core().toAbsolutePath().toString(),
                        "-rules",
                        "rules.json",
                        "-targets",
                        "targets.json",
                        "-json_nodots",
                        "-j",
                        "1",
                        "-fast",
                        "-timeout",
                        Double.toString(settings.ruleDeadline().toMillis() / 1000.0),
                        "-timeout_threshold",
                        "1"));
        return command;
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String shown(Path errors) throws IOException {
        try (InputStream text = Files.newInputStream(errors)) {
            return new String(text.readNBytes(MOST_SHOWN), StandardCharsets.UTF_8).strip();
        }
    }

    private static boolean canBeWithoutNetwork() {
        List<String> command = new ArrayList<>(WITHOUT_NETWORK);
        command.add("true");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            LOG.debug("no unshare", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void remove(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes of)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(Path done, IOException failure)
                                throws IOException {
                            Files.delete(done);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (NoSuchFileException e) {
            LOG.debug("the folder of a batch has gone by itself", e);
        } catch (IOException e) {
            LOG.warn("the folder {} of a batch stays behind: {}", folder, e.toString());
        }
    }
}
