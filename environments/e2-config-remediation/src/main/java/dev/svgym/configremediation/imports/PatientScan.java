package dev.svgym.configremediation.imports;

import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Failed.Cause;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.environment.imports.ImportRefusedException;
import dev.svgym.environment.imports.ImportRefusedException.Reason;
import java.time.Duration;
import java.util.SortedSet;

/** Scans that may wait for an engine that works and has much to do. */
record PatientScan(Engines engines) {

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /**
     * What the engines find, or that this config is too much for one of them.
     *
     * @throws ImportRefusedException where an engine is not there or does not work
     */
    ScanResult of(Subject subject, SortedSet<String> names) {
        ScanResult result = engines.scan(subject, names);
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            if (!(result instanceof Failed failed)
                    || failed.cause() == Cause.CONFIG
                    || !engines.now(failed.engine()).up()) {
                break;
            }
            pause(failed);
            result = engines.scan(subject, names);
        }
        if (result instanceof Failed failed && failed.cause() != Cause.CONFIG) {
            throw refusal(failed.engine() + ": " + failed.detail());
        }
        return result;
    }

    private static void pause(Failed failed) {
        Duration pause = failed.retryAfter();
        try {
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal("the import was given up");
        }
    }

    static ImportRefusedException refusal(String why) {
        return new ImportRefusedException(
                Reason.ENGINE,
                "%s; nothing was imported, import the file again when every engine works"
                        .formatted(why));
    }
}
