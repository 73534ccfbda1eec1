package dev.svgym.configremediation.terraform;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers in one form each, so that equal ones are equal nodes. */
final class Numbers {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?");
    private static final int MOST_DIGITS = 80;

    private Numbers() {}

    static JsonNode node(String digits) throws NumberFormatException {
        return node(new BigDecimal(digits));
    }

    static JsonNode node(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 18) {
            return JsonNodeFactory.instance.numberNode(stripped.longValueExact());
        }
        return JsonNodeFactory.instance.numberNode(stripped);
    }

    /** Absent where the text is no plain number. */
    static Optional<JsonNode> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(node(new BigDecimal(text)))
                : Optional.empty();
    }

    /** Whether a result is still one that is worked with. */
    static boolean isModest(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }

    static String text(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }
}
