package dev.svgym.configremediation.scanner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code semgrep-core} says of a batch. It ends well and lists a file as scanned even where it could not read it, so
 * a target is known only if it is listed and no error names it.
 */
final class TextReport {

    private final Map<String, List<Match>> matches = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private final Set<String> scanned = new HashSet<>();

    private TextReport() {}

    /**
     * A match of a rule.
     *
     * @param offset of its first byte in UTF-8
     */
    record Match(String rule, int offset, String message) {}

    /** What became of one target. */
    sealed interface OfTarget {

        /** It was read, and these are all its matches. */
        record Read(List<Match> matches) implements OfTarget {}

        /** It was not. */
        record Unread(String why) implements OfTarget {}
    }

    /**
     * @param canary name of the target that holds the canary
     * @param nonce what the canary holds
     * @throws LostBatchException where the output is not what it must be, or has no canary
     */
    static TextReport read(String output, String canary, String nonce) throws LostBatchException {
        var report = new TextReport();
        boolean alive;
        try {
            alive = report.take(JsonMapper.shared().readTree(output), canary, nonce);
        } catch (JacksonException e) {
            throw new LostBatchException(
                    "the output is not a report: " + e.getOriginalMessage(), false);
        }
        if (!alive || report.of(canary) instanceof OfTarget.Unread) {
            throw new LostBatchException("the canary was not found", false);
        }
        return report;
    }

    OfTarget of(String target) {
        if (errors.containsKey(target)) {
            return new OfTarget.Unread(errors.get(target));
        }
        return scanned.contains(target)
                ? new OfTarget.Read(matches.getOrDefault(target, List.of()))
                : new OfTarget.Unread("it was skipped");
    }

    private boolean take(JsonNode root, String canary, String nonce) throws LostBatchException {
        if (!root.required("skipped_rules").isEmpty()) {
            throw new LostBatchException("rules were skipped", true);
        }
        for (JsonNode error : root.required("errors")) {
            String message =
                    "%s: %s"
                            .formatted(
                                    error.required("error_type").asString(),
                                    error.required("message").asString());
            JsonNode path = error.path("location").path("path");
            if (!path.isString()) {
                throw new LostBatchException(message, false);
            }
            errors.putIfAbsent(path.stringValue(), message);
        }
        for (JsonNode path : root.required("paths").required("scanned")) {
            scanned.add(path.stringValue());
        }
        boolean alive = false;
        for (JsonNode result : root.required("results")) {
            String rule = result.required("check_id").stringValue();
            String path = result.required("path").stringValue();
            JsonNode extra = result.required("extra");
            if (rule.equals(TextRules.CANARY_RULE)) {
                String found =
                        extra.required("metavars")
                                .path(TextRules.CANARY_VARIABLE)
                                .path("abstract_content")
                                .asString("");
                alive |= path.equals(canary) && found.equals(nonce);
                continue;
            }
            // A match that a comment tells Semgrep to ignore is in the report, marked; here it
            // counts as any other.
            matches.computeIfAbsent(path, _ -> new ArrayList<>())
                    .add(
                            new Match(
                                    rule,
                                    result.required("start").required("offset").asInt(),
                                    extra.required("message").stringValue()));
        }
        return alive;
    }
}
