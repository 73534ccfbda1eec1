package dev.svgym.configremediation.terraform;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Strings under an evaluator. */
record Templates(Evaluator evaluator) {

    /** A string alone in quotes is the value itself, of whatever type. */
    JsonNode value(Expression.Template template) {
        if (template.parts().size() == 1
                && template.parts().getFirst() instanceof TemplatePart.Interpolation(var value)) {
            return evaluator.value(value);
        }
        var text = new Draft();
        write(template.parts(), evaluator, text);
        return text.resolved
                ? evaluator
                        .effort()
                        .copy(JsonNodeFactory.instance.stringNode(text.plain.toString()))
                : evaluator
                        .effort()
                        .copy(Unresolved.draft("\"" + text.source + "\"", text.draft.toString()));
    }

    /** What is written so far, as a string and as what may stand in quotes. */
    private static final class Draft {

        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder draft = new StringBuilder();
        private final StringBuilder source = new StringBuilder();
        private boolean resolved = true;

        void text(String text) {
            plain.append(text);
            draft.append(text.replace("$", "$$").replace("%", "%%"));
            source.append(inQuotes(text).replace("${", "$${").replace("%{", "%%{"));
        }

        void open(String text) {
            resolved = false;
            source.append(text);
            draft.append(inQuotes(text));
        }

        private static String inQuotes(String text) {
            String quoted = Unresolved.quoted(text);
            return quoted.substring(1, quoted.length() - 1);
        }
    }

    private static void write(List<TemplatePart> parts, Evaluator evaluator, Draft text) {
        for (TemplatePart part : parts) {
            evaluator.effort().enter();
            switch (part) {
                case TemplatePart.Text(var literal) -> text.text(literal);
                case TemplatePart.Interpolation(var expression) -> {
                    JsonNode value = evaluator.value(expression);
                    Optional<String> known = Types.text(value);
                    if (known.isPresent()) {
                        evaluator.effort().copy(value);
                        text.text(known.get());
                    } else {
                        evaluator.effort().copy(value);
                        text.open("${" + Unresolved.text(value) + "}");
                    }
                }
                case TemplatePart.If(var when, var then, var otherwise) -> {
                    JsonNode decision = Types.bool(evaluator.value(when));
                    if (decision.isBoolean()) {
                        write(decision.booleanValue() ? then : otherwise, evaluator, text);
                    } else {
                        text.open("%{ if " + Unresolved.text(decision) + " }");
                        write(then, evaluator, text);
                        text.open("%{ else }");
                        write(otherwise, evaluator, text);
                        text.open("%{ endif }");
                    }
                }
                case TemplatePart.Repeat repeat -> repeat(repeat, evaluator, text);
            }
            evaluator.effort().leave();
        }
    }

    private static void repeat(TemplatePart.Repeat repeat, Evaluator evaluator, Draft text) {
        JsonNode collection = evaluator.value(repeat.in());
        Optional<List<Loop.Element>> elements = Loop.elements(collection);
        if (elements.isPresent()) {
            for (Loop.Element element : elements.get()) {
                write(
                        repeat.body(),
                        Loop.bind(evaluator, repeat.key(), repeat.value(), element),
                        text);
            }
            return;
        }
        String names = repeat.key().map(key -> key + ", ").orElse("") + repeat.value();
        text.open("%{ for " + names + " in " + Unresolved.text(collection) + " }");
        Evaluator inner = evaluator.with(repeat.value(), Unresolved.of(repeat.value()));
        if (repeat.key().isPresent()) {
            inner = inner.with(repeat.key().get(), Unresolved.of(repeat.key().get()));
        }
        write(repeat.body(), inner, text);
        text.open("%{ endfor }");
    }
}
