package dev.svgym.server.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads each body to its end before anything else sees it, within a bound that holds however it is sent, and refuses
 * what is compressed or not UTF-8.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class BodyGate extends OncePerRequestFilter {

    private static final Pattern UPLOADS = Pattern.compile("/v1/admin/environments/[^/]+/imports");

    private final BodyLimits limits;
    private final ProblemWriter problems;

    BodyGate(BodyLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = read(request);
        } catch (ProblemException problem) {
            problems.write(problem, request, response);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    /** Files to import are read as they come, by who bounds them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UPLOADS.matcher(request.getRequestURI()).matches();
    }

    private byte[] read(HttpServletRequest request) {
        long limit = limits.of(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit, "a body of %d".formatted(request.getContentLengthLong()));
        }
        if (request.getContentLengthLong() == 0) {
            return new byte[0];
        }
        byte[] body = readAtMost(limit + 1, request);
        if (body.length > limit) {
            throw tooLarge(limit, "more");
        }
        if (body.length > 0) {
            requirePlain(request);
            requireUtf8(body);
        }
        return body;
    }

    private static byte[] readAtMost(long bytes, HttpServletRequest request) {
        try (ServletInputStream in = request.getInputStream()) {
            return in.readNBytes(Math.toIntExact(bytes));
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemType.BAD_REQUEST,
                    "expected a whole body, got one that broke off or is not framed as HTTP asks; send it again");
        }
    }

    private static ProblemException tooLarge(long limit, String got) {
        return ProblemException.of(
                ProblemType.BODY_TOO_LARGE,
                "expected at most %d bytes, got %s; send less in one request"
                        .formatted(limit, got));
    }

    private static void requirePlain(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "expected a body without Content-Encoding, got %s; send it uncompressed"
                            .formatted(Excerpt.of(encoding)));
        }
    }

    private static void requireUtf8(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            if (text.charAt(0) == '\uFEFF') {
                throw ProblemException.of(
                        ProblemType.NOT_UTF_8,
                        "expected UTF-8 without a byte order mark, got one; leave it out");
            }
        } catch (CharacterCodingException e) {
            throw ProblemException.of(
                    ProblemType.NOT_UTF_8,
                    "expected UTF-8, got another encoding at byte %d; send the text as UTF-8"
                            .formatted(bytes.position()));
        }
    }
}
