package dev.svgym.server.adapters;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as it came. It is read as leniently as Python reads JSON, because an agent must not be able to turn its
 * answer into an error of the protocol: what is no strict JSON is kept as text, for the verifier to refuse.
 *
 * @param json the message, with the last of equal names
 * @param strict whether it is strict JSON without equal names
 */
public record Frame(String text, JsonNode json, boolean strict) {

    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    /** Reads a message; throws where not even Python would read it. */
    public static Frame read(String text) throws NotJsonException {
        try {
            return new Frame(text, STRICT.readTree(text), true);
        } catch (JacksonException notStrict) {
            try {
                return new Frame(text, LENIENT.readTree(text), false);
            } catch (JacksonException notJson) {
                throw new NotJsonException(PythonJson.fault(text));
            }
        }
    }

    /** Not JSON. */
    public static final class NotJsonException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient PythonJson.Fault fault;

        NotJsonException(PythonJson.Fault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }

        public PythonJson.Fault fault() {
            return fault;
        }
    }

    /** The text of a field of the outermost object, as it was written; the last of equal ones. */
    public String written(String field) {
        String found = "";
        try (JsonParser parser = LENIENT.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = parser.currentName().equals(field);
                parser.nextToken();
                long begin = parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (wanted) {
                    parser.finishToken();
                    found =
                            text.substring(
                                    Math.toIntExact(begin),
                                    Math.toIntExact(parser.currentLocation().getCharOffset()));
                }
            }
        }
        return found;
    }

    private static JsonMapper mapper(boolean strict) {
        var json =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(strict ? 64 : 900)
                                                        .maxStringLength(Integer.MAX_VALUE)
                                                        .maxNumberLength(strict ? 1000 : 5000)
                                                        .build())
                                        .build())
                        .enable(
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        return strict
                ? json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()
                : json.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    }
}
