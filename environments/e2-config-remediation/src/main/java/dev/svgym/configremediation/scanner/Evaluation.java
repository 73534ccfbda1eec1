package dev.svgym.configremediation.scanner;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one evaluation by an OPA server came to. Only {@link Done} says anything about violations. */
sealed interface Evaluation {

    /**
     * The rules in force here were evaluated.
     *
     * @param version of the OPA server
     */
    record Done(String version, List<Violation> violations) implements Evaluation {}

    /** It was not asked, for too much is under way. */
    record Busy(String why) implements Evaluation {}

    /** No reply within the deadline. */
    record Overdue(String why) implements Evaluation {}

    /** A server that works says that these rules cannot be evaluated for this input. */
    record Unevaluated(String why) implements Evaluation {}

    /** Nothing can be said: no server, another one, other rules, or a reply that makes no sense. */
    record Lost(String why) implements Evaluation {}

    /**
     * Reads a reply. An undefined document, other rules than expected and anything malformed are a loss.
     *
     * @param revision of the bundle that must have been evaluated
     */
    static Evaluation of(OpaServer.Reply reply, String revision) {
        JsonNode body;
        try {
            body = JsonMapper.shared().readTree(reply.body());
        } catch (JacksonException e) {
            return new Lost(
                    "the reply (status %s) is not JSON: %s"
                            .formatted(reply.status(), e.getOriginalMessage()));
        }
        if (reply.status() != 200) {
            return refusal(reply.status(), body);
        }
        List<String> revisions = revisions(body.path("provenance"));
        if (!revisions.equals(List.of(revision))) {
            return new Lost(
                    "it holds the bundles %s, and the rules of this server are of revision %s; give it the bundle of the same checkout"
                            .formatted(revisions, revision));
        }
        JsonNode result = body.path("result");
        if (!result.isArray()) {
            return new Lost("expected a list of violations, got " + result.getNodeType());
        }
        try {
            return new Done(
                    body.path("provenance").path("version").asString("unknown"),
                    ViolationsReader.of(result));
        } catch (JacksonException e) {
            return new Lost("a violation cannot be read: " + e.getOriginalMessage());
        }
    }

    /** Errors that evaluation itself reports are the input's doing, unless it was cut short. */
    private static Evaluation refusal(int status, JsonNode body) {
        List<String> codes = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            codes.add(error.path("code").asString(""));
        }
        String why =
                "it replied %s %s: %s %s"
                        .formatted(
                                status,
                                body.path("code").asString("without a code"),
                                body.path("message").asString(""),
                                codes);
        boolean evaluated =
                !codes.isEmpty()
                        && codes.stream()
                                .allMatch(code ->
                                        code.equals("eval_conflict_error")
                                                || code.equals("eval_builtin_error")
                                                || code.equals("eval_type_error"));
        return evaluated ? new Unevaluated(why) : new Lost(why);
    }

    private static List<String> revisions(JsonNode provenance) {
        List<String> revisions = new ArrayList<>();
        for (JsonNode bundle : provenance.path("bundles")) {
            revisions.add(bundle.path("revision").asString("without revision"));
        }
        return revisions;
    }
}
