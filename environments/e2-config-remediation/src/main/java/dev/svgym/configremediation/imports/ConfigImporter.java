package dev.svgym.configremediation.imports;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportFormat;
import dev.svgym.environment.imports.ImportedSets;
import dev.svgym.environment.imports.ObjectRows;
import dev.svgym.environment.imports.RowFormat;
import dev.svgym.environment.imports.SetImporter;
import dev.svgym.environment.imports.TaskImporter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Imports configs that others have collected. */
public final class ConfigImporter {

    /** Changes whenever the same file gives other tasks under the same rules. */
    public static final String VERSION = "e2-import/1";

    /** Most characters of a line: a file as long as an inline task's, escaped, with what tools said about it. */
    private static final int LONGEST = 1 << 20;

    private ConfigImporter() {}

    /**
     * The importer of these kinds, under the rules of the catalogue.
     *
     * @param folder of the sets; without one every import is refused
     * @param sets is told when there is a new one
     */
    public static TaskImporter of(
            List<ConfigKind> kinds,
            Catalogue catalogue,
            Engines engines,
            ImportFolder folder,
            ImportedSets sets) {
        var rows = new SvBenchRows(kinds, catalogue, engines);
        var svBench =
                new RowFormat(
                        new ImportFormat(
                                "sv-bench",
                                "SV-Bench E2 JSONL: question, info and meta a line, UTF-8, plain or gzip; a question is one file of a kind that is served, meta.split is kept where it is there; what is wrong with it say the rules of this server, not info.violations.",
                                "MIT, and the licence of the source that each row names",
                                List.of()),
                        StandardCharsets.UTF_8,
                        (text, _) -> new RowsAhead(new ObjectRows(text, LONGEST, rows)));
        return new SetImporter(
                VERSION,
                List.of(svBench),
                "names and layout",
                folder,
                sets,
                kinds.stream().map(ConfigKind::label).collect(Collectors.toSet()));
    }
}
