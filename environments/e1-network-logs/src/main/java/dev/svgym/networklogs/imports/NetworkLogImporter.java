package dev.svgym.networklogs.imports;

import dev.svgym.environment.TaskReference;
import dev.svgym.environment.imports.ImportFormat;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportRefusedException;
import dev.svgym.environment.imports.ImportRefusedException.Reason;
import dev.svgym.environment.imports.ImportReport;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.TaskImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Imports recorded traffic into a folder of sets, row by row: no more than a row and some counters are in memory. */
public final class NetworkLogImporter implements TaskImporter {

    /** Changes whenever the same file gives other cases. */
    public static final String VERSION = "e1-import/1";

    private final ImportFolder folder;
    private final ImportedSets sets;

    /**
     * @param folder of the sets; without one every import is refused
     * @param sets is told when there is a new one
     */
    public NetworkLogImporter(ImportFolder folder, ImportedSets sets) {
        this.folder = folder;
        this.sets = sets;
    }

    @Override
    public List<ImportFormat> formats() {
        return NetworkLogFormat.ALL.stream().map(NetworkLogFormat::format).toList();
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) {
        NetworkLogFormat format = checked(request);
        Path parent =
                folder.path()
                        .orElseThrow(() ->
                                new ImportRefusedException(
                                        Reason.UNAVAILABLE,
                                        "no folder for imported sets is configured; set svgym.network-logs.imports"));
        if (Files.exists(parent.resolve(request.set()))) {
            throw exists(request);
        }
        try (SetFolder set = new SetFolder(parent)) {
            ImportReport report = read(request, format, set, progress);
            if (!set.publish(report)) {
                throw exists(request);
            }
            sets.lookAgain();
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the folder of imported sets", e);
        }
    }

    private ImportReport read(
            ImportRequest request, NetworkLogFormat format, SetFolder set, ImportProgress progress)
            throws IOException {
        String licence =
                request.options().getOrDefault(NetworkLogFormat.LICENCE, format.format().licence());
        try (var placing = new SplitAssignment(set.path())) {
            var run = new ImportRun(set, placing, progress);
            for (var source : request.sources()) {
                run.read(source, format, request.options(), folder.mostBytes());
            }
            return run.report(request.set(), format.name(), VERSION, licence);
        }
    }

    private static NetworkLogFormat checked(ImportRequest request) {
        NetworkLogFormat format =
                NetworkLogFormat.of(request.format())
                        .orElseThrow(() ->
                                refused(
                                        "expected a format of %s, got %s"
                                                .formatted(
                                                        NetworkLogFormat.ALL.stream()
                                                                .map(NetworkLogFormat::name)
                                                                .toList(),
                                                        Shown.of(request.format()))));
        if (!TaskReference.isSetName(request.set())) {
            throw refused(
                    "expected %s, got %s"
                            .formatted(TaskReference.SET_NAME_RULE, Shown.of(request.set())));
        }
        if (request.sources().isEmpty()) {
            throw refused("expected at least one file, got none");
        }
        Set<String> known = new TreeSet<>(Set.of(NetworkLogFormat.LICENCE));
        format.format().options().forEach(option -> known.add(option.name()));
        if (!known.containsAll(request.options().keySet())) {
            throw refused(
                    "expected options of %s, got %s"
                            .formatted(known, Shown.of(request.options().keySet().toString())));
        }
        String label = request.options().get(NetworkLogFormat.LABEL);
        if (label != null && Labels.malicious(label).isEmpty()) {
            throw refused("expected label=Benign or label=Malicious, got " + Shown.of(label));
        }
        return format;
    }

    private static ImportRefusedException refused(String message) {
        return new ImportRefusedException(Reason.REQUEST, message);
    }

    private static ImportRefusedException exists(ImportRequest request) {
        return new ImportRefusedException(
                Reason.SET_EXISTS,
                "there is a set %s already, and a set never changes; choose another name, or remove its folder first"
                        .formatted(request.set()));
    }
}
