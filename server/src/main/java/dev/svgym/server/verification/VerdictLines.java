package dev.svgym.server.verification;

import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.estimators.GroupSummary;
import dev.svgym.server.problems.Problem;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.verification.VerificationController.GroupsLine;
import dev.svgym.server.verification.VerificationController.VerdictLine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a batch line by line, each as soon as it is known. Only one thread calls it. */
final class VerdictLines implements Verification.Sink {

    private final JsonMapper json;
    private final HttpServletResponse response;

    VerdictLines(JsonMapper json, HttpServletResponse response) {
        this.json = json;
        this.response = response;
    }

    /** The last line, where the status of the reply was sent already. */
    record ErrorLine(Problem error) {}

    @Override
    public void verdict(int item, ShownVerdict verdict) {
        write(new VerdictLine(item, verdict));
    }

    @Override
    public void groups(List<GroupSummary> groups) {
        write(new GroupsLine(groups));
    }

    @Override
    public void refused(ProblemException problem) {
        write(new ErrorLine(problem.document()));
    }

    private void write(Object line) {
        try {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            OutputStream out = response.getOutputStream();
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the client went away", gone);
        }
    }
}
