package dev.svgym.server.imports;

import dev.svgym.environment.Environment;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportRefusedException;
import dev.svgym.environment.imports.ImportReport;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.TaskImporter;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import org.springframework.stereotype.Component;

/** Runs imports; what cannot be done ends with a problem. Safe for use by many threads. */
@Component
class Imports {

    private final EnvironmentCatalogue catalogue;
    private final ImportSettings settings;

    Imports(EnvironmentCatalogue catalogue, ImportSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** The importer of an environment, or a problem where it has none. */
    TaskImporter importer(String environment) {
        Environment found = catalogue.get(environment);
        return found.importer()
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemType.INVALID_REQUEST,
                                "%s imports no sets; its tasks are generated or come inline"
                                        .formatted(found.card().id())));
    }

    ImportReport run(String environment, ImportRequest request, ImportProgress progress) {
        try {
            return importer(environment).run(request, progress);
        } catch (ImportRefusedException refused) {
            ProblemType type =
                    switch (refused.reason()) {
                        case REQUEST, UNAVAILABLE -> ProblemType.INVALID_REQUEST;
                        case SET_EXISTS -> ProblemType.SET_EXISTS;
                        case SOURCE -> ProblemType.UNUSABLE_FILE;
                        case ENGINE -> ProblemType.ENGINE_FAULT;
                    };
            var problem = ProblemException.of(type, String.valueOf(refused.getMessage()));
            throw type.isOurs() ? problem.withRetryAfter(settings.retryAfter()) : problem;
        }
    }
}
