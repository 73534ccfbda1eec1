package dev.svgym.environment.imports;

import dev.svgym.environment.imports.ImportRefusedException.Reason;
import dev.svgym.environment.imports.ImportReport.RejectedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One import under way: the counts so far. */
final class ImportRun {

    /** Rejected rows beyond these are counted and not listed. */
    private static final int MOST_LISTED = 100;

    private static final int ROWS_BETWEEN_SIGNS = 2_000;

    private final SetFolder set;
    private final SplitAssignment placing;
    private final ImportProgress progress;
    private final String likeness;
    private final List<ImportReport.Source> sources = new ArrayList<>();
    private final List<RejectedRow> listed = new ArrayList<>();
    private long taken;
    private long repeats;
    private long contradictions;
    private long blank;
    private long rejected;

    /**
     * @param likeness what rows with equal keys may differ in
     */
    ImportRun(SetFolder set, SplitAssignment placing, ImportProgress progress, String likeness) {
        this.set = set;
        this.placing = placing;
        this.progress = progress;
        this.likeness = likeness;
    }

    /** Reads one source to its end. */
    void read(
            ImportSource source, RowFormat format, Map<String, String> options, ImportFolder folder)
            throws IOException {
        long before = sources.stream().mapToLong(ImportReport.Source::bytes).sum();
        long line = 0;
        try (var text = open(source, format, folder);
                RowReader rows = format.reading().rows(text.reader(), options)) {
            for (Optional<Row> row = next(rows, source, line);
                    row.isPresent();
                    row = next(rows, source, line)) {
                line = row.get().line();
                take(row.get(), source);
                if ((taken + rejected + blank) % ROWS_BETWEEN_SIGNS == 0) {
                    progress.at(before + text.bytes(), taken, rejected);
                }
            }
            sources.add(text.summary());
            progress.at(before + text.bytes(), taken, rejected);
        }
    }

    private static SourceText open(ImportSource source, RowFormat format, ImportFolder folder) {
        try {
            return new SourceText(source, format.charset(), folder);
        } catch (IOException e) {
            throw broken(source, 1, e);
        } catch (UnreadableSourceException e) {
            throw refused(source, e.line(), String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Row> next(RowReader rows, ImportSource source, long line) {
        try {
            return rows.next();
        } catch (IOException e) {
            throw broken(source, line + 1, e);
        } catch (UnreadableSourceException e) {
            throw refused(source, e.line(), String.valueOf(e.getMessage()));
        }
    }

    private void take(Row row, ImportSource source) throws IOException {
        switch (row) {
            case Row.Blank _ -> blank++;
            case Row.Unusable(var line, var reason) -> reject(source, line, reason);
            case Row.Usable usable -> {
                var place = placing.place(usable);
                if (usable.split().isPresent() && usable.split().get() != place.split()) {
                    reject(
                            source,
                            usable.line(),
                            "expected each case in one split, got one for %s that is in %s already, but for %s"
                                    .formatted(
                                            usable.split().get().label(),
                                            place.split().label(),
                                            likeness));
                    return;
                }
                if (place.contradicts()) {
                    contradictions++;
                } else if (place.repeats()) {
                    repeats++;
                }
                set.split(place.split()).write(usable, placing.stratum(usable));
                taken++;
            }
        }
    }

    private void reject(ImportSource source, long line, String reason) {
        rejected++;
        if (listed.size() < MOST_LISTED) {
            listed.add(new RejectedRow(source.name(), line, reason));
        }
    }

    /** What came of it, with all rows on the disk. */
    ImportReport report(String name, String format, String importer, String licence)
            throws IOException {
        if (taken == 0) {
            throw new ImportRefusedException(
                    Reason.SOURCE,
                    listed.isEmpty()
                            ? "expected records, got none"
                            : "expected at least one usable record, got %d that are not; %s, line %d: %s"
                                    .formatted(
                                            rejected,
                                            Shown.of(listed.getFirst().source()),
                                            listed.getFirst().line(),
                                            listed.getFirst().reason()));
        }
        return new ImportReport(
                name,
                format,
                importer,
                licence,
                sources,
                set.finish(),
                repeats,
                contradictions,
                blank,
                rejected,
                listed);
    }

    private static ImportRefusedException broken(ImportSource source, long line, IOException e) {
        return refused(
                source,
                line,
                e instanceof SourceText.TooLargeException
                        ? String.valueOf(e.getMessage())
                        : "cannot be read on (%s); is it whole?".formatted(e.getMessage()));
    }

    private static ImportRefusedException refused(ImportSource source, long line, String message) {
        return new ImportRefusedException(
                Reason.SOURCE,
                "%s, %s%s"
                        .formatted(
                                Shown.of(source.name()),
                                line > 0 ? "line %d: ".formatted(line) : "",
                                message));
    }
}
