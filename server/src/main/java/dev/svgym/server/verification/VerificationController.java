package dev.svgym.server.verification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.estimators.GroupSummary;
import dev.svgym.server.problems.JsonReader;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import dev.svgym.server.verification.VerifyRequest.Header;
import dev.svgym.server.verification.VerifyRequest.VerifyItem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Batches of answers, over HTTP: one document in and out, or lines in and out. */
@RestController
@RequestMapping("/v1/verify")
class VerificationController {

    private final Verification verification;
    private final JsonReader reader;
    private final JsonMapper json;

    VerificationController(Verification verification, JsonReader reader, JsonMapper json) {
        this.verification = verification;
        this.reader = reader;
        this.json = json;
    }

    /**
     * What came of a batch.
     *
     * @param verdicts one an item, in the order of the items
     */
    record VerifyReply(List<ShownVerdict> verdicts, List<GroupSummary> groups) {}

    /** A line for one item. */
    record VerdictLine(int item, @JsonUnwrapped ShownVerdict verdict) {}

    /** The last line. */
    record GroupsLine(List<GroupSummary> groups) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    VerifyReply document(@RequestBody VerifyRequest request) {
        var collected = new Collected();
        verification.verify(request, collected);
        return collected.reply();
    }

    /** Collects a batch into one document. Only one thread calls it. */
    private static final class Collected implements Verification.Sink {

        private final List<VerdictLine> lines = new ArrayList<>();
        private List<GroupSummary> groups = List.of();

        @Override
        public void verdict(int item, ShownVerdict verdict) {
            lines.add(new VerdictLine(item, verdict));
        }

        @Override
        public void groups(List<GroupSummary> counted) {
            groups = counted;
        }

        @Override
        public void refused(ProblemException problem) {
            throw problem;
        }

        VerifyReply reply() {
            ShownVerdict[] inOrder = new ShownVerdict[lines.size()];
            lines.forEach(line -> inOrder[line.item()] = line.verdict());
            return new VerifyReply(Arrays.asList(inOrder), groups);
        }
    }

    /** Reads every line before it judges the first: what cannot be served is refused as a whole. */
    @Hidden
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(
            @RequestBody(required = false) byte @Nullable [] body, HttpServletResponse response) {
        VerifyRequest request = read(body == null ? new byte[0] : body);
        verification.verify(request, new VerdictLines(json, response));
    }

    private VerifyRequest read(byte[] body) {
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\r?\n", -1);
        Header header = null;
        List<@Nullable VerifyItem> items = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String where = "line " + (i + 1) + ": ";
            if (lines[i].isBlank()) {
                continue;
            }
            if (header == null) {
                header = reader.read(lines[i], Header.class, where);
            } else {
                items.add(reader.read(lines[i], VerifyItem.class, where));
            }
        }
        if (header == null) {
            throw ProblemException.of(
                    ProblemType.BAD_REQUEST,
                    "expected a header line and then one item a line, got nothing");
        }
        return header.with(items);
    }
}
