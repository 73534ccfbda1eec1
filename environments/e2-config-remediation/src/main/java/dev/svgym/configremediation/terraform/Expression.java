package dev.svgym.configremediation.terraform;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An expression of HCL, as written. */
sealed interface Expression {

    /** The name under which the part of a splat that is done for each element finds that element. */
    String ELEMENT = "*";

    /** A number, a boolean or null; strings are templates. */
    record Literal(JsonNode value) implements Expression {}

    /** A quoted string or a heredoc. */
    record Template(List<TemplatePart> parts) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }

        /** Its text; absent where something is interpolated. */
        Optional<String> literal() {
            if (parts.isEmpty()) {
                return Optional.of("");
            }
            return parts.size() == 1 && parts.getFirst() instanceof TemplatePart.Text(var text)
                    ? Optional.of(text)
                    : Optional.empty();
        }
    }

    /** A name that stands alone or starts a traversal. */
    record Name(String name) implements Expression {}

    /** {@code target.key}. */
    record Get(Expression target, String key) implements Expression {}

    /** {@code target[key]}. */
    record Index(Expression target, Expression key) implements Expression {}

    /** {@code target[*]} with what is done for {@link #ELEMENT}. */
    record Splat(Expression target, Expression each) implements Expression {}

    /**
     * A call of a function.
     *
     * @param expanded whether the last argument is a list of arguments
     */
    record Call(String function, List<Expression> arguments, boolean expanded)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code when ? then : otherwise}. */
    record Conditional(Expression when, Expression then, Expression otherwise)
            implements Expression {}

    /** Two operands. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code -} or {@code !}. */
    record Unary(String operator, Expression operand) implements Expression {}

    /** {@code [a, b]}. */
    record Tuple(List<Expression> elements) implements Expression {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /** <code>{a = b}</code>. */
    record Mapping(List<Entry> entries) implements Expression {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** A bare name as a key is a literal template here. */
        record Entry(Expression key, Expression value) {}
    }

    /**
     * A {@code for} expression.
     *
     * @param key name of the key or index, if wanted
     * @param resultKey present where the result is a mapping
     * @param grouped whether values of one key are gathered
     */
    record For(
            Optional<String> key,
            String value,
            Expression in,
            Optional<Expression> resultKey,
            Expression result,
            boolean grouped,
            Optional<Expression> condition)
            implements Expression {}
}
