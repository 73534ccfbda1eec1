package dev.svgym.configremediation;

import dev.svgym.configremediation.Detection.Report;
import dev.svgym.configremediation.catalogue.Severity;
import dev.svgym.environment.answer.AnswerObject;
import dev.svgym.environment.answer.AnswerReader;
import dev.svgym.environment.answer.UnreadableAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an agent answers.
 *
 * @param reports the violations that it claims to see
 * @param repair what it would change
 * @param confidence its probability of success, in [0, 1]
 */
record RemediationAnswer(List<Report> reports, Repair repair, double confidence) {

    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_REPORTS = 1_000;
    private static final AnswerReader READER = new AnswerReader(MAX_BYTES);

    RemediationAnswer {
        reports = List.copyOf(reports);
    }

    /** How an answer says what it changes. */
    sealed interface Repair {

        /** A unified diff against the original files. */
        record Diff(String patch) implements Repair {}

        /** New texts of some files. */
        record WholeFiles(Map<String, String> files) implements Repair {}
    }

    static RemediationAnswer read(String text) throws UnreadableAnswerException {
        AnswerObject answer = READER.read(text);
        answer.allowOnly(Set.of("violations", "patch", "files", "confidence"));
        if (answer.has("patch") == answer.has("files")) {
            throw new UnreadableAnswerException(
                    "expected exactly one of /patch and /files; an empty one means no change");
        }
        return new RemediationAnswer(
                reports(answer),
                answer.has("patch")
                        ? new Repair.Diff(answer.text("patch"))
                        : new Repair.WholeFiles(answer.texts("files")),
                answer.probability("confidence"));
    }

    private static List<Report> reports(AnswerObject answer) throws UnreadableAnswerException {
        List<AnswerObject> violations = answer.objects("violations");
        if (violations.size() > MAX_REPORTS) {
            throw new UnreadableAnswerException(
                    "/violations: expected at most %s, got %s"
                            .formatted(MAX_REPORTS, violations.size()));
        }
        List<Report> reports = new ArrayList<>();
        for (AnswerObject violation : violations) {
            violation.allowOnly(Set.of("id", "object", "severity"));
            reports.add(
                    new Report(
                            violation.text("id"),
                            violation.optionalText("object"),
                            severity(violation.text("severity"))));
        }
        return reports;
    }

    private static Severity severity(String stated) throws UnreadableAnswerException {
        return switch (stated) {
            case "low" -> Severity.LOW;
            case "medium", "med" -> Severity.MEDIUM;
            case "high" -> Severity.HIGH;
            default ->
                    throw new UnreadableAnswerException(
                            "severity: expected low, medium or high, got something else");
        };
    }
}
