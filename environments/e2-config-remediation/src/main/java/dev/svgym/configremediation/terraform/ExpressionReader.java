package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.terraform.Expression.Mapping.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads expressions.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md">HCL native syntax</a>
 */
record ExpressionReader(HclText text) {

    /** From the loosest; operators that begin with another one stand before it. */
    private static final List<List<String>> OPERATORS =
            List.of(
                    List.of("||"),
                    List.of("&&"),
                    List.of("==", "!="),
                    List.of("<=", ">=", "<", ">"),
                    List.of("+", "-"),
                    List.of("*", "/", "%"));

    Expression read() throws UnreadableHclException {
        text.enter();
        Expression condition = binary(0);
        if (text.takeAfterSpace("?")) {
            Expression then = read();
            text.require(":");
            condition = new Expression.Conditional(condition, then, read());
        }
        text.leave();
        return condition;
    }

    /** Within brackets, where line breaks mean nothing. */
    private Expression readWithin() throws UnreadableHclException {
        boolean outside = text.newlinesMatter(false);
        Expression expression = read();
        text.skip();
        text.newlinesMatter(outside);
        return expression;
    }

    private Expression binary(int level) throws UnreadableHclException {
        if (level == OPERATORS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        int operators = 0;
        for (var operator = operator(level);
                operator.isPresent();
                operator = operator(level), operators++) {
            // A chain is as deep as it is long.
            text.enter();
            left = new Expression.Binary(operator.get(), left, binary(level + 1));
        }
        for (; operators > 0; operators--) {
            text.leave();
        }
        return left;
    }

    private Optional<String> operator(int level) throws UnreadableHclException {
        text.skip();
        if (text.looksAt("=>")) {
            return Optional.empty();
        }
        for (String operator : OPERATORS.get(level)) {
            if (text.take(operator)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Expression unary() throws UnreadableHclException {
        text.skip();
        for (String operator : List.of("-", "!")) {
            if (!text.looksAt("!=") && text.take(operator)) {
                text.enter();
                var expression = new Expression.Unary(operator, unary());
                text.leave();
                return expression;
            }
        }
        return postfix(term(), true);
    }

    /** @param splats whether a splat may come; within one, indices belong to it */
    private Expression postfix(Expression start, boolean splats) throws UnreadableHclException {
        Expression expression = start;
        int steps = 0;
        for (text.skip(); !text.looksAt("..."); text.skip(), steps++) {
            if (text.take(".")) {
                text.enter();
                expression = afterDot(expression);
            } else if (text.looksAt("[")) {
                text.enter();
                expression = index(expression, splats);
            } else {
                break;
            }
        }
        for (; steps > 0; steps--) {
            text.leave();
        }
        return expression;
    }

    private Expression afterDot(Expression target) throws UnreadableHclException {
        text.skip();
        if (text.take("*")) {
            Expression each = new Expression.Name(Expression.ELEMENT);
            while (text.takeAfterSpace(".")) {
                text.skip();
                each = new Expression.Get(each, text.name("the name of an attribute"));
            }
            return new Expression.Splat(target, each);
        }
        if (text.looksAtDigit()) {
            String digits = text.digits();
            if (text.looksAtFraction()) {
                throw text.flaw("two indices after dots; write them in brackets");
            }
            return new Expression.Index(target, new Expression.Literal(Numbers.node(digits)));
        }
        return new Expression.Get(target, text.name("the name of an attribute"));
    }

    private Expression index(Expression target, boolean splats) throws UnreadableHclException {
        text.require("[");
        boolean outside = text.newlinesMatter(false);
        Expression result;
        if (text.takeAfterSpace("*")) {
            text.require("]");
            text.newlinesMatter(outside);
            if (!splats) {
                throw text.flaw("a splat within a splat is not supported");
            }
            return new Expression.Splat(
                    target, postfix(new Expression.Name(Expression.ELEMENT), false));
        }
        result = new Expression.Index(target, read());
        text.require("]");
        text.newlinesMatter(outside);
        return result;
    }

    private Expression term() throws UnreadableHclException {
        text.skip();
        if (text.take("(")) {
            Expression inner = readWithin();
            text.require(")");
            return inner;
        }
        if (text.looksAtDigit()) {
            return new Expression.Literal(Numbers.node(text.number()));
        }
        if (text.take("\"")) {
            return new TemplateReader(text).quoted();
        }
        if (text.take("<<")) {
            return new TemplateReader(text).heredoc();
        }
        if (text.take("[")) {
            return tuple();
        }
        if (text.take("{")) {
            return mapping();
        }
        if (text.looksAtName()) {
            return named();
        }
        throw text.expected("an expression");
    }

    private Expression named() throws UnreadableHclException {
        var name = new StringBuilder(text.name("a name"));
        text.skip();
        while (text.take("::")) {
            name.append("::").append(text.name("the name of a function"));
            text.skip();
            if (!text.looksAt("(") && !text.looksAt("::")) {
                throw text.expected("\"(\"");
            }
        }
        if (text.take("(")) {
            return call(name.toString());
        }
        return switch (name.toString()) {
            case "true", "false" ->
                    new Expression.Literal(
                            JsonNodeFactory.instance.booleanNode(name.toString().equals("true")));
            case "null" -> new Expression.Literal(JsonNodeFactory.instance.nullNode());
            default -> new Expression.Name(name.toString());
        };
    }

    private Expression call(String function) throws UnreadableHclException {
        boolean outside = text.newlinesMatter(false);
        List<Expression> arguments = new ArrayList<>();
        boolean expanded = false;
        while (!text.takeAfterSpace(")")) {
            arguments.add(read());
            expanded = text.takeAfterSpace("...");
            if (expanded) {
                text.require(")");
                break;
            }
            if (!text.takeAfterSpace(",")) {
                text.require(")");
                break;
            }
        }
        text.newlinesMatter(outside);
        return new Expression.Call(function, arguments, expanded);
    }

    private Expression tuple() throws UnreadableHclException {
        boolean outside = text.newlinesMatter(false);
        Expression result;
        if (text.takeWord("for")) {
            result = loop(false);
        } else {
            List<Expression> elements = new ArrayList<>();
            while (!text.takeAfterSpace("]")) {
                elements.add(read());
                if (!text.takeAfterSpace(",")) {
                    text.require("]");
                    break;
                }
            }
            result = new Expression.Tuple(elements);
        }
        text.newlinesMatter(outside);
        return result;
    }

    private Expression mapping() throws UnreadableHclException {
        boolean outside = text.newlinesMatter(false);
        if (text.takeWord("for")) {
            Expression loop = loop(true);
            text.newlinesMatter(outside);
            return loop;
        }
        text.newlinesMatter(true);
        List<Entry> entries = new ArrayList<>();
        for (; ; ) {
            skipLines();
            if (text.take("}")) {
                break;
            }
            entries.add(entry());
            text.skip();
            if (!text.take(",") && !text.looksAt("\n") && !text.looksAt("}")) {
                throw text.expected("a comma, a line break or \"}\" after a value");
            }
        }
        text.newlinesMatter(outside);
        return new Expression.Mapping(entries);
    }

    private void skipLines() throws UnreadableHclException {
        boolean outside = text.newlinesMatter(false);
        text.skip();
        text.newlinesMatter(outside);
    }

    private Entry entry() throws UnreadableHclException {
        Expression key;
        if (text.take("(")) {
            key = readWithin();
            text.require(")");
        } else if (text.take("\"")) {
            key = new TemplateReader(text).quoted();
        } else if (text.looksAtDigit()) {
            key = new Expression.Literal(Numbers.node(text.number()));
        } else {
            key =
                    new Expression.Template(
                            List.of(new TemplatePart.Text(text.name("the key of a value"))));
        }
        text.skip();
        if (text.looksAt("==") || text.looksAt("=>") || !(text.take("=") || text.take(":"))) {
            throw text.expected("\"=\" or \":\" after a key");
        }
        return new Entry(key, read());
    }

    /** The names that a loop gives to what it goes through. */
    record LoopNames(Optional<String> key, String value) {}

    /** Reads from behind {@code for} to behind {@code in}. */
    LoopNames loopNames() throws UnreadableHclException {
        text.skip();
        String value = text.name("a name after for");
        Optional<String> key = Optional.empty();
        if (text.takeAfterSpace(",")) {
            text.skip();
            key = Optional.of(value);
            value = text.name("a second name after for");
        }
        if (!text.takeWord("in")) {
            throw text.expected("\"in\"");
        }
        return new LoopNames(key, value);
    }

    private Expression loop(boolean mapping) throws UnreadableHclException {
        LoopNames names = loopNames();
        Expression in = read();
        text.require(":");
        Expression first = read();
        Optional<Expression> resultKey = Optional.empty();
        Expression result = first;
        boolean grouped = false;
        if (mapping) {
            text.require("=>");
            resultKey = Optional.of(first);
            result = read();
            grouped = text.takeAfterSpace("...");
        }
        Optional<Expression> condition =
                text.takeWord("if") ? Optional.of(read()) : Optional.empty();
        text.require(mapping ? "}" : "]");
        return new Expression.For(
                names.key(), names.value(), in, resultKey, result, grouped, condition);
    }
}
