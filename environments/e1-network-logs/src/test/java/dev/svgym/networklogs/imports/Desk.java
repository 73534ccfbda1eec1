package dev.svgym.networklogs.imports;

import dev.svgym.environment.Split;
import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportReport;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.ImportSource;
import dev.svgym.environment.imports.ImportedSets;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An importer with a folder of its own. */
record Desk(NetworkLogImporter importer, ImportedSets sets) {

    static Desk in(Path folder) {
        var place = new ImportFolder(Optional.of(folder), 1 << 24, "svgym.network-logs");
        var sets = new ImportedSets(place.path());
        return new Desk(new NetworkLogImporter(place, sets), sets);
    }

    ImportReport take(String format, String text) {
        return take(format, text, Map.of());
    }

    ImportReport take(String format, String text, Map<String, String> options) {
        return take(format, text.getBytes(StandardCharsets.UTF_8), options);
    }

    ImportReport take(String format, byte[] bytes, Map<String, String> options) {
        return importer.run(
                new ImportRequest(
                        format,
                        "set",
                        List.of(
                                new ImportSource(
                                        "file",
                                        bytes.length,
                                        () -> new ByteArrayInputStream(bytes))),
                        options),
                ImportProgress.UNSEEN);
    }

    /** Every case of the set, split by split. */
    List<ImportedCase> cases() {
        List<ImportedCase> cases = new ArrayList<>();
        for (var card : sets.cards()) {
            for (long i = 0; i < card.size(); i++) {
                cases.add(ImportedCase.of(sets.read("set", card.split(), i)));
            }
        }
        return cases;
    }

    List<ImportedCase> cases(Split split) {
        List<ImportedCase> cases = new ArrayList<>();
        for (var card : sets.cards()) {
            for (long i = 0; card.split() == split && i < card.size(); i++) {
                cases.add(ImportedCase.of(sets.read("set", split, i)));
            }
        }
        return cases;
    }

    /** The one case of the set by name of its fields. */
    Map<String, String> onlyFlow() {
        List<ImportedCase> cases = cases();
        if (cases.size() != 1) {
            throw new AssertionError("expected one case, got " + cases);
        }
        String[] lines = cases.getFirst().log().split("\n", -1);
        String[] names = lines[0].split("\t", -1);
        String[] values = lines[1].split("\t", -1);
        Map<String, String> flow = new LinkedHashMap<>();
        for (int i = 1; i < names.length; i++) {
            flow.put(names[i], values[i - 1]);
        }
        return flow;
    }
}
