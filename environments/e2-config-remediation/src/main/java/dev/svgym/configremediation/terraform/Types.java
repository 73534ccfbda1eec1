package dev.svgym.configremediation.terraform;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Conversions that Terraform makes of itself. What is of no such form is given back as it is. */
final class Types {

    private Types() {}

    static JsonNode bool(JsonNode value) {
        if (value.isString()) {
            String text = value.stringValue();
            if (text.equals("true") || text.equals("false")) {
                return JsonNodeFactory.instance.booleanNode(text.equals("true"));
            }
        }
        return value;
    }

    static JsonNode number(JsonNode value) {
        return value.isString() ? Numbers.parse(value.stringValue()).orElse(value) : value;
    }

    static JsonNode string(JsonNode value) {
        return text(value).<JsonNode>map(JsonNodeFactory.instance::stringNode).orElse(value);
    }

    /** Of a string, number or boolean. */
    static Optional<String> text(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        if (value.isNumber()) {
            return Optional.of(Numbers.text(value));
        }
        return value.isBoolean() ? Optional.of(value.toString()) : Optional.empty();
    }
}
