package dev.svgym.networklogs.imports;

import dev.svgym.environment.imports.ImportFolder;
import dev.svgym.environment.imports.ImportFormat;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportRefusedException;
import dev.svgym.environment.imports.ImportRefusedException.Reason;
import dev.svgym.environment.imports.ImportReport;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.ImportedSets;
import dev.svgym.environment.imports.SetImporter;
import dev.svgym.environment.imports.Shown;
import dev.svgym.environment.imports.TaskImporter;
import java.util.List;
import java.util.Set;

/** Imports recorded traffic. */
public final class NetworkLogImporter implements TaskImporter {

    /** Changes whenever the same file gives other cases. */
    public static final String VERSION = "e1-import/1";

    private final SetImporter importer;

    /**
     * @param folder of the sets; without one every import is refused
     * import java.util.Set;
     * @param sets is told when there is a new one
     */
    public NetworkLogImporter(ImportFolder folder, ImportedSets sets) {
        this.importer =
                new SetImporter(
                        VERSION, NetworkLogFormat.ALL, "the source port", folder, sets, Set.of());
    }

    @Override
    public List<ImportFormat> formats() {
        return importer.formats();
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) {
        String label = request.options().get(NetworkLogFormat.LABEL);
        if (label != null && Labels.malicious(label).isEmpty()) {
            throw new ImportRefusedException(
                    Reason.REQUEST,
                    "expected label=Benign or label=Malicious, got " + Shown.of(label));
        }
        return importer.run(request, progress);
    }
}
