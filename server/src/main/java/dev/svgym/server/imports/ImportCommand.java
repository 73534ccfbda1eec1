package dev.svgym.server.imports;

import dev.svgym.environment.imports.ImportReport;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.ImportSource;
import dev.svgym.server.commands.Command;
import dev.svgym.server.commands.Options;
import dev.svgym.server.commands.UsageException;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Imports files as one new set. */
@Component
class ImportCommand implements Command {

    private final Imports imports;
    private final JsonMapper json;

    ImportCommand(Imports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "import --environment=ID --format=FORMAT --set=NAME [--licence=TEXT] [--OPTION=VALUE of the format] FILE...";
    }

    @Override
    public int run(Options options, PrintStream out, PrintStream err) {
        String environment = options.require("environment");
        List<ImportSource> sources = sources(options.others());
        Map<String, String> rest = new HashMap<>(options.named());
        List.of("environment", "format", "set").forEach(rest::remove);
        // Settings of the server have a dot in their names.
        rest.keySet().removeIf(name -> name.contains("."));
        var request =
                new ImportRequest(options.require("format"), options.require("set"), sources, rest);
        ImportReport report;
        try (var bar = ProgressLine.on(err, sources, isTerminal())) {
            report = imports.run(environment, request, bar);
        }
        out.println(json.writeValueAsString(report));
        report.firstRejected()
                .forEach(row ->
                        err.printf("%s, line %d: %s%n", row.source(), row.line(), row.reason()));
        err.printf(
                "%s: %d tasks in %d splits; %d rows rejected, the first %d of them are listed above%n",
                report.set(),
                report.tasks(),
                report.splits().size(),
                report.rejected(),
                report.firstRejected().size());
        return 0;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static List<ImportSource> sources(List<String> files) {
        if (files.isEmpty()) {
            throw new UsageException("expected at least one file");
        }
        List<ImportSource> sources = new ArrayList<>();
        for (String file : files) {
            Path path = Path.of(file);
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new UsageException("expected a file that can be read, got " + file);
            }
            try {
                sources.add(
                        new ImportSource(
                                String.valueOf(path.getFileName()),
                                Files.size(path),
                                () -> Files.newInputStream(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }
}
