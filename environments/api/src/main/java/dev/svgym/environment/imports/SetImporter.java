package dev.svgym.environment.imports;

import dev.svgym.environment.TaskReference;
import dev.svgym.environment.imports.ImportRefusedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Imports files into a folder of sets, row by row: no more than a few rows and some counters are in memory. What rows
 * are say its formats.
 */
public final class SetImporter implements TaskImporter {

    private static final String LICENCE = "licence";

    private final String version;
    private final List<RowFormat> formats;
    private final String likeness;
    private final ImportFolder folder;
    private final ImportedSets sets;
    private final Set<String> taken;

    /**
     * @param version changes whenever the same file gives other tasks
     * @param likeness what rows with equal keys may differ in, for messages
     * @param folder of the sets; without one every import is refused
     * @param sets is told when there is a new one
     * @param taken names that the environment has for sets of its own
     */
    public SetImporter(
            String version,
            List<RowFormat> formats,
            String likeness,
            ImportFolder folder,
            ImportedSets sets,
            Set<String> taken) {
        this.version = version;
        this.formats = List.copyOf(formats);
        this.likeness = likeness;
        this.folder = folder;
        this.sets = sets;
        this.taken = Set.copyOf(taken);
    }

    @Override
    public List<ImportFormat> formats() {
        return formats.stream().map(RowFormat::format).toList();
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) {
        RowFormat format = checked(request);
        Path parent =
                folder.path()
                        .orElseThrow(() ->
                                new ImportRefusedException(
                                        Reason.UNAVAILABLE,
                                        "no folder for imported sets is configured; set %s.imports"
                                                .formatted(folder.settings())));
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
            ImportRequest request, RowFormat format, SetFolder set, ImportProgress progress)
            throws IOException {
        String licence = request.options().getOrDefault(LICENCE, format.format().licence());
        try (var placing = new SplitAssignment(set.path())) {
            var run = new ImportRun(set, placing, progress, likeness);
            for (var source : request.sources()) {
                run.read(source, format, request.options(), folder);
            }
            return run.report(request.set(), format.format().name(), version, licence);
        }
    }

    private RowFormat checked(ImportRequest request) {
        RowFormat format =
                formats.stream()
                        .filter(known -> known.format().name().equals(request.format()))
                        .findFirst()
                        .orElseThrow(() ->
                                refused(
                                        "expected a format of %s, got %s"
                                                .formatted(
                                                        formats().stream()
                                                                .map(ImportFormat::name)
                                                                .toList(),
                                                        Shown.of(request.format()))));
        if (!TaskReference.isSetName(request.set())) {
            throw refused(
                    "expected %s, got %s"
                            .formatted(TaskReference.SET_NAME_RULE, Shown.of(request.set())));
        }
        if (taken.contains(request.set())) {
            throw refused(
                    "expected a set name other than %s, which are sets of the environment's own"
                            .formatted(new TreeSet<>(taken)));
        }
        if (request.sources().isEmpty()) {
            throw refused("expected at least one file, got none");
        }
        Set<String> known = new TreeSet<>(Set.of(LICENCE));
        format.format().options().forEach(option -> known.add(option.name()));
        if (!known.containsAll(request.options().keySet())) {
            throw refused(
                    "expected options of %s, got %s"
                            .formatted(known, Shown.of(request.options().keySet().toString())));
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
