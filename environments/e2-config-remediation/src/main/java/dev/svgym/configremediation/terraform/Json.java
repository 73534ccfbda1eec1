package dev.svgym.configremediation.terraform;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON within strings, such as policies of IAM. */
final class Json {

    private static final int MOST_DEPTH = 32;
    private static final int LONGEST_NUMBER = 40;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Json() {}

    /** Absent where the text is no JSON, or holds what could be taken for a marker. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text))
                    .filter(node -> !node.isMissingNode())
                    .map(Json::normal);
        } catch (JacksonException | ArithmeticException | UnsoundConfigException e) {
            return Optional.empty();
        }
    }

    private static JsonNode normal(JsonNode node) {
        if (node.isNumber()) {
            if (!Numbers.isModest(node.decimalValue())) {
                throw new UnsoundConfigException("a number is too large or too small");
            }
            return Numbers.node(node.decimalValue());
        }
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(each -> list.add(normal(each)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (entry.getKey().startsWith("$")) {
                    throw new UnsoundConfigException("a key starts with a dollar sign");
                }
                object.set(entry.getKey(), normal(entry.getValue()));
            }
            return object;
        }
        return node;
    }
}
