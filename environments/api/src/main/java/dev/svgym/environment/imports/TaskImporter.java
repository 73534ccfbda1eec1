package dev.svgym.environment.imports;

import java.util.List;

/** Makes sets of tasks from files. Safe for use by many threads. */
public interface TaskImporter {

    /** What can be read, at least one. */
    List<ImportFormat> formats();

    /**
     * Reads the sources to their end and publishes the set, or leaves nothing behind.
     *
     * @throws ImportRefusedException where the request or a file is not what is needed, with the line where one is to blame
     */
    ImportReport run(ImportRequest request, ImportProgress progress);
}
