package dev.svgym.configremediation.terraform;

import java.util.List;
import java.util.Optional;

/** A part of a string. */
sealed interface TemplatePart {

    /** Characters, escapes undone. */
    record Text(String text) implements TemplatePart {}

    /** <code>${value}</code>. */
    record Interpolation(Expression value) implements TemplatePart {}

    /** <code>%{ if }</code>. */
    record If(Expression when, List<TemplatePart> then, List<TemplatePart> otherwise)
            implements TemplatePart {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** <code>%{ for }</code>. */
    record Repeat(Optional<String> key, String value, Expression in, List<TemplatePart> body)
            implements TemplatePart {
        public Repeat {
            body = List.copyOf(body);
        }
    }
}
