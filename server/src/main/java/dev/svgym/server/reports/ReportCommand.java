package dev.svgym.server.reports;

import dev.svgym.environment.report.ReportFiles;
import dev.svgym.server.commands.Command;
import dev.svgym.server.commands.Options;
import dev.svgym.server.commands.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports on a file of attempts: report.json, summary.json and charts, in a folder. */
@Component
class ReportCommand implements Command {

    private final Reports reports;
    private final JsonMapper json;

    ReportCommand(Reports reports, JsonMapper json) {
        this.reports = reports;
        this.json = json;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String usage() {
        return "report --environment=ID --out=FOLDER [--run=NAME] [--model=NAME] [--dataset=NAME] FILE";
    }

    @Override
    public int run(Options options, PrintStream out, PrintStream err) {
        options.requireKnown(Set.of("environment", "out", "run", "model", "dataset"));
        if (options.others().size() != 1) {
            throw new UsageException(
                    "expected one file of JSON lines, got " + options.others().size());
        }
        Path file = Path.of(options.others().getFirst());
        Path folder = Path.of(options.require("out"));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("expected a file that can be read, got " + file);
        }
        var source =
                new Reports.Source(
                        options.find("run").orElse("unknown"),
                        options.find("model").orElse("unknown"),
                        options.find("dataset").orElse("unknown"));
        try (var lines = Files.newBufferedReader(file)) {
            ReportFiles files = reports.report(options.require("environment"), source, lines);
            write(files, folder);
            out.println(files.report().path("headline"));
            err.printf("report.json, summary.json and charts are in %s%n", folder);
            return 0;
        } catch (CharacterCodingException e) {
            err.printf("report: expected UTF-8, got other bytes in %s%n", file);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ReportFiles files, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(files.report(), folder.resolve("report.json"));
        write(files.summary(), folder.resolve("summary.json"));
        for (ReportFiles.Chart chart : files.charts()) {
            Files.writeString(folder.resolve(chart.name() + ".svg"), chart.svg());
            Files.write(folder.resolve(chart.name() + ".png"), chart.png());
        }
    }

    private void write(JsonNode document, Path file) throws IOException {
        Files.writeString(
                file, json.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }
}
