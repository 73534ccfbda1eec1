package dev.svgym.server.reports;

import dev.svgym.environment.Environment;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.report.AttemptReport;
import dev.svgym.environment.report.ReportFiles;
import dev.svgym.environment.report.ReportSubject;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.problems.JsonReader;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads attempts line by line and reports on them. */
@Component
class Reports {

    private final EnvironmentCatalogue catalogue;
    private final Judging judging;
    private final JsonReader reader;
    private final Clock clock;

    Reports(EnvironmentCatalogue catalogue, Judging judging, JsonReader reader, Clock clock) {
        this.catalogue = catalogue;
        this.judging = judging;
        this.reader = reader;
        this.clock = clock;
    }

    /** What the attempts are of, as their sender says. */
    record Source(String run, String model, String dataset) {}

    /**
     * The report on every line; one that cannot be read or names no task ends it.
     *
     * @param lines one {@link AttemptLine} each, blank ones skipped
     */
    ReportFiles report(String id, Source source, BufferedReader lines) throws IOException {
        Environment environment = catalogue.get(id);
        AttemptReport report =
                environment
                        .report()
                        .orElseThrow(() ->
                                ProblemException.of(
                                        ProblemType.INVALID_REQUEST,
                                        "%s has no report of its own"
                                                .formatted(environment.card().id())));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                add(environment, report, line, number);
            }
        }
        try {
            return report.files(
                    new ReportSubject(
                            source.run(), source.model(), source.dataset(), clock.instant()));
        } catch (IllegalStateException e) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private void add(Environment environment, AttemptReport report, String line, long number) {
        var errors = new FieldErrors();
        String pointer = "/lines/" + number;
        var read =
                reader.read(line, AttemptLine.class, "line " + number + ": ")
                        .attempt(errors, pointer);
        errors.throwIfAny();
        read.ifPresent(attempt -> {
            if (attempt.ending().isEmpty()) {
                report.addError();
                return;
            }
            report.add(
                    judging.pose(
                            environment,
                            attempt.task(),
                            null,
                            pointer + "/task",
                            Judging.Turn.QUEUED),
                    Trajectory.ofUnseen(attempt.toolCalls()),
                    attempt.ending().get());
        });
    }
}
