package dev.svgym.configremediation.terraform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Operators on values. */
final class Operators {

    private Operators() {}

    static JsonNode unary(String operator, JsonNode operand) {
        JsonNode number = Types.number(operand);
        JsonNode bool = Types.bool(operand);
        if (operator.equals("-") && number.isNumber()) {
            return Numbers.node(number.decimalValue().negate());
        }
        if (operator.equals("!") && bool.isBoolean()) {
            return JsonNodeFactory.instance.booleanNode(!bool.booleanValue());
        }
        return Unresolved.of("(" + operator + Unresolved.text(operand) + ")");
    }

    static JsonNode binary(String operator, JsonNode left, JsonNode right) {
        return value(operator, left, right)
                .orElseGet(() ->
                        Unresolved.of(
                                "(%s %s %s)"
                                        .formatted(
                                                Unresolved.text(left),
                                                operator,
                                                Unresolved.text(right))));
    }

    private static Optional<JsonNode> value(String operator, JsonNode left, JsonNode right) {
        return switch (operator) {
            case "==", "!=" ->
                    Unresolved.isIn(left) || Unresolved.isIn(right)
                            ? Optional.empty()
                            : bool(left.equals(right) == operator.equals("=="));
            case "&&", "||" -> logic(operator.equals("||"), Types.bool(left), Types.bool(right));
            default -> arithmetic(operator, Types.number(left), Types.number(right));
        };
    }

    /** @param decisive the operand that settles it alone */
    private static Optional<JsonNode> logic(boolean decisive, JsonNode left, JsonNode right) {
        if (!left.isBoolean() || !right.isBoolean()) {
            return Optional.empty();
        }
        boolean settled = left.booleanValue() == decisive || right.booleanValue() == decisive;
        return bool(settled == decisive);
    }

    private static Optional<JsonNode> arithmetic(String operator, JsonNode one, JsonNode other) {
        if (!one.isNumber() || !other.isNumber()) {
            return Optional.empty();
        }
        BigDecimal left = one.decimalValue();
        BigDecimal right = other.decimalValue();
        int order = left.compareTo(right);
        return switch (operator) {
            case "<" -> bool(order < 0);
            case "<=" -> bool(order <= 0);
            case ">" -> bool(order > 0);
            case ">=" -> bool(order >= 0);
            case "+" -> modest(left.add(right));
            case "-" -> modest(left.subtract(right));
            case "*" -> modest(left.multiply(right));
            case "/" ->
                    right.signum() == 0
                            ? Optional.empty()
                            : modest(left.divide(right, MathContext.DECIMAL128));
            case "%" -> right.signum() == 0 ? Optional.empty() : modest(left.remainder(right));
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }

    private static Optional<JsonNode> modest(BigDecimal number) {
        return Numbers.isModest(number) ? Optional.of(Numbers.node(number)) : Optional.empty();
    }

    private static Optional<JsonNode> bool(boolean value) {
        return Optional.of(JsonNodeFactory.instance.booleanNode(value));
    }
}
