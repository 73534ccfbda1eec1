package dev.svgym.environment.answer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the text of an answer as one strict JSON object.
 *
 * <p>One leading {@code <think>...</think>} block is dropped, one code fence around the object is allowed, and neither is
 * searched for an answer. Duplicate keys, a byte order mark, NaN, infinities, numbers that overflow or underflow to 0 in
 * binary64, nesting beyond {@value #MAX_DEPTH} and anything behind the object are refused. Safe for use by many threads.
 */
public final class AnswerReader {

    static final int MAX_DEPTH = 32;

    private static final String OPENING = "<think>";
    private static final String CLOSING = "</think>";
    private static final Pattern OPENING_FENCE =
            Pattern.compile("```[A-Za-z0-9]{0,16}[ \\t]*\\r?\\n");
    private static final String CLOSING_FENCE = "```";

    private final int maxBytes;
    private final JsonMapper mapper;

    /**
     * @param maxBytes most bytes of an answer in UTF-8, reasoning in the same text included
     */
    public AnswerReader(int maxBytes) {
        this.maxBytes = maxBytes;
        this.mapper =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(MAX_DEPTH)
                                                        .build())
                                        .build())
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build();
    }

    /**
     * The one object that the text holds.
     *
     * @throws UnreadableAnswerException where it holds anything else
     */
    public AnswerObject read(String text) throws UnreadableAnswerException {
        // A char takes at least one byte, so only texts near the limit are encoded to be measured.
        if (text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new UnreadableAnswerException(
                    "expected at most %d bytes, got more; shorten the answer".formatted(maxBytes));
        }
        String json = withoutFence(withoutReasoning(text.strip()));
        if (!json.startsWith("{")) {
            throw new UnreadableAnswerException(
                    "expected one JSON object and nothing else, got "
                            + (json.isEmpty()
                                    ? "nothing"
                                    : "text that starts with " + excerpt(json)));
        }
        JsonNode node = parse(json);
        requireRepresentableNumbers(node);
        return new AnswerObject((ObjectNode) node, "");
    }

    private JsonNode parse(String json) throws UnreadableAnswerException {
        try {
            return mapper.readTree(json);
        } catch (StreamReadException e) {
            var location = e.getLocation();
            throw new UnreadableAnswerException(
                    "expected strict JSON: %s (line %d, column %d)"
                            .formatted(firstLine(e), location.getLineNr(), location.getColumnNr()));
        } catch (JacksonException e) {
            throw new UnreadableAnswerException(
                    "expected one JSON object and nothing else: " + firstLine(e));
        } catch (NumberFormatException e) {
            // Jackson lets it through for exponents that no BigDecimal holds.
            throw new UnreadableAnswerException(
                    "expected numbers that fit binary64, got one with an exponent out of any range");
        }
    }

    private static String withoutReasoning(String text) throws UnreadableAnswerException {
        if (!text.startsWith(OPENING)) {
            return text;
        }
        int end = text.indexOf(CLOSING);
        if (end < 0) {
            throw new UnreadableAnswerException(
                    "expected </think> and an answer behind it, got reasoning without an end");
        }
        return text.substring(end + CLOSING.length()).strip();
    }

    private static String withoutFence(String text) throws UnreadableAnswerException {
        if (!text.startsWith(CLOSING_FENCE)) {
            return text;
        }
        var opening = OPENING_FENCE.matcher(text);
        if (!opening.lookingAt()
                || !text.endsWith(CLOSING_FENCE)
                || opening.end() > text.length() - CLOSING_FENCE.length()) {
            throw new UnreadableAnswerException(
                    "expected one code fence around one JSON object, got a fence that is not closed at the end");
        }
        return text.substring(opening.end(), text.length() - CLOSING_FENCE.length()).strip();
    }

    /** Exact decimals are kept; what binary64 would turn into an infinity or into 0 is refused. */
    private static void requireRepresentableNumbers(JsonNode node)
            throws UnreadableAnswerException {
        if (node.isNumber()) {
            BigDecimal exact = node.decimalValue();
            double value = exact.doubleValue();
            if (Double.isInfinite(value) || (value == 0 && exact.signum() != 0)) {
                throw new UnreadableAnswerException(
                        "expected numbers that fit binary64, got one that becomes " + value);
            }
        }
        for (JsonNode child : node) {
            requireRepresentableNumbers(child);
        }
    }

    private static String firstLine(JacksonException e) {
        return excerpt(e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
    }

    private static String excerpt(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "...";
    }
}
