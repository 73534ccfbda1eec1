package dev.svgym.configremediation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Semgrep by hand: what there is without a scan service. */
final class BareSemgrep {

    private final Path core;
    private final Path rules;

    BareSemgrep(Path core) throws IOException {
        this.core = core;
        this.rules = Files.createTempFile("rules", ".json");
        rules.toFile().deleteOnExit();
        try (InputStream packed =
                BareSemgrep.class.getResourceAsStream("/dev/svgym/policies/semgrep.json")) {
            Files.write(rules, packed.readAllBytes());
        }
    }

    /** One run of the native core. */
    void batch(List<String> texts) {
        inFolder(
                texts,
                folder -> {
                    String targets =
                            IntStream.range(0, texts.size())
                                    .mapToObj(
                                            "[\"CodeTarget\",{\"path\":{\"fpath\":\"%1$d.yaml\",\"ppath\":\"/%1$d.yaml\"},\"analyzer\":\"yaml\",\"products\":[\"sast\"]}]"
                                                    ::formatted)
                                    .collect(Collectors.joining(",", "[\"Targets\",[", "]]"));
                    Files.writeString(folder.resolve("targets.json"), targets);
                    return List.of(
                            core.toString(),
                            "-rules",
                            rules.toString(),
                            "-targets",
                            "targets.json",
                            "-json_nodots",
                            "-j",
                            "1",
                            "-fast");
                });
    }

    /** One start of the command line. */
    void scan(String semgrep, List<String> texts) {
        inFolder(
                texts,
                _ ->
                        List.of(
                                semgrep,
                                "scan",
                                "--config",
                                rules.toString(),
                                "--metrics=off",
                                "--disable-version-check",
                                "--no-git-ignore",
                                "--json",
                                "-j",
                                "1",
                                "."));
    }

    private interface Command {
        List<String> in(Path folder) throws IOException;
    }

    private static void inFolder(List<String> texts, Command command) {
        try {
            Path folder = Files.createTempDirectory("bare");
            for (int i = 0; i < texts.size(); i++) {
                Files.writeString(folder.resolve(i + ".yaml"), texts.get(i));
            }
            Path output = folder.resolve("output");
            Process process =
                    new ProcessBuilder(command.in(folder))
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectOutput(output.toFile())
                            .start();
            if (process.waitFor() != 0 || !Files.readString(output).contains("K8S-PASSWORD-ENV")) {
                throw new IllegalStateException("bare Semgrep found nothing");
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
