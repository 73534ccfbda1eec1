package dev.svgym.configremediation.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works out what expressions come to. What it cannot work out becomes a marker, with what it could inside.
 *
 * @param bound names of loops, with their values
 */
record Evaluator(Names names, Map<String, JsonNode> bound, Effort effort) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Evaluator {
        bound = Map.copyOf(bound);
    }

    Evaluator with(String name, JsonNode value) {
        var more = new HashMap<>(bound);
        more.put(name, value);
        return new Evaluator(names, more, effort);
    }

    JsonNode value(Expression expression) {
        effort.enter();
        JsonNode value =
                switch (expression) {
                    case Expression.Literal(var literal) -> literal;
                    case Expression.Template template -> new Templates(this).value(template);
                    case Expression.Name(var name) -> bound.getOrDefault(name, Unresolved.of(name));
                    case Expression.Get get -> get(get);
                    case Expression.Index(var target, var key) -> index(value(target), value(key));
                    case Expression.Splat splat -> splat(splat);
                    case Expression.Call call -> call(call);
                    case Expression.Conditional conditional -> conditional(conditional);
                    case Expression.Binary(var operator, var left, var right) ->
                            Operators.binary(operator, value(left), value(right));
                    case Expression.Unary(var operator, var operand) ->
                            Operators.unary(operator, value(operand));
                    case Expression.Tuple(var elements) -> {
                        var list = NODES.arrayNode();
                        elements.forEach(element -> list.add(value(element)));
                        yield list;
                    }
                    case Expression.Mapping(var entries) -> mapping(entries);
                    case Expression.For loop -> new Loop(this, loop).value();
                };
        effort.leave();
        return value;
    }

    private JsonNode get(Expression.Get get) {
        Optional<List<String>> path = path(get);
        if (path.isPresent() && !bound.containsKey(path.get().getFirst())) {
            return global(path.get());
        }
        return get(value(get.target()), get.key());
    }

    /** The names of a traversal that is nothing but names. */
    private static Optional<List<String>> path(Expression expression) {
        return switch (expression) {
            case Expression.Name(var name) when !name.equals(Expression.ELEMENT) -> {
                List<String> path = new ArrayList<>();
                path.add(name);
                yield Optional.of(path);
            }
            case Expression.Get(var target, var key) -> {
                Optional<List<String>> path = path(target);
                path.ifPresent(keys -> keys.add(key));
                yield path;
            }
            default -> Optional.empty();
        };
    }

    private JsonNode global(List<String> path) {
        String text = String.join(".", path);
        return switch (path.getFirst()) {
            case "var" -> known(names.variable(path.get(1)), path, 2);
            case "local" -> known(names.local(path.get(1)), path, 2);
            case "module" ->
                    path.size() < 3
                            ? Unresolved.of(names.prefix() + text)
                            : known(names.output(path.get(1), path.get(2)), path, 3);
            case "each", "count", "path", "self", "terraform" ->
                    Unresolved.of(names.prefix() + text);
            case "data" -> path.size() < 3 ? Unresolved.of(text) : object(path, 3);
            default -> object(path, 2);
        };
    }

    private JsonNode known(Optional<JsonNode> value, List<String> path, int from) {
        JsonNode node =
                value.map(effort::copy)
                        .orElseGet(() ->
                                Unresolved.of(
                                        names.prefix() + String.join(".", path.subList(0, from))));
        for (String key : path.subList(from, path.size())) {
            node = get(node, key);
        }
        return node;
    }

    private JsonNode object(List<String> path, int from) {
        return Unresolved.attribute(
                names.prefix() + String.join(".", path),
                names.prefix() + String.join(".", path.subList(0, from)),
                String.join(".", path.subList(from, path.size())));
    }

    static JsonNode get(JsonNode target, String key) {
        if (Unresolved.is(target)) {
            return deeper(target, "." + key, key);
        }
        return Optional.ofNullable(target.get(key))
                .orElseGet(() -> Unresolved.of(Unresolved.text(target) + "." + key));
    }

    static JsonNode index(JsonNode target, JsonNode key) {
        if (!Unresolved.is(target)) {
            Optional<JsonNode> element = Optional.empty();
            if (target.isArray() && key.isIntegralNumber() && key.canConvertToInt()) {
                element = Optional.ofNullable(target.get(key.intValue()));
            } else if (target.isObject() && key.isString()) {
                element = Optional.ofNullable(target.get(key.stringValue()));
            }
            if (element.isPresent()) {
                return element.get();
            }
        }
        return deeper(target, "[" + Unresolved.text(key) + "]", "");
    }

    private static JsonNode deeper(JsonNode target, String step, String key) {
        String text = Unresolved.text(target) + step;
        if (!target.has(Unresolved.OBJECT)) {
            return Unresolved.of(text);
        }
        String attribute = target.path(Unresolved.ATTRIBUTE).asString("");
        return Unresolved.attribute(
                text,
                target.get(Unresolved.OBJECT).stringValue(),
                attribute.isEmpty() ? key : attribute + step);
    }

    private JsonNode splat(Expression.Splat splat) {
        JsonNode target = value(splat.target());
        if (Unresolved.is(target)) {
            JsonNode element = deeper(target, "[*]", "");
            return with(Expression.ELEMENT, element).value(splat.each());
        }
        var list = NODES.arrayNode();
        if (target.isArray()) {
            target.values()
                    .forEach(each -> list.add(with(Expression.ELEMENT, each).value(splat.each())));
        } else if (!target.isNull()) {
            list.add(with(Expression.ELEMENT, target).value(splat.each()));
        }
        return list;
    }

    private JsonNode call(Expression.Call call) {
        List<JsonNode> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(value(argument)));
        if (call.expanded() && arguments.getLast().isArray()) {
            arguments.addAll(arguments.removeLast().values());
        }
        return Functions.call(call.function(), arguments)
                .map(effort::copy)
                .orElseGet(() ->
                        Unresolved.of(
                                arguments.stream()
                                        .map(Unresolved::text)
                                        .collect(
                                                Collectors.joining(
                                                        ", ", call.function() + "(", ")"))));
    }

    private JsonNode conditional(Expression.Conditional conditional) {
        JsonNode when = Types.bool(value(conditional.when()));
        JsonNode then = value(conditional.then());
        JsonNode otherwise = value(conditional.otherwise());
        if (when.isBoolean() && areAlike(then, otherwise)) {
            // Both sides are of one type: beside a string, a number becomes one.
            return when.booleanValue()
                    ? otherwise.isString() ? Types.string(then) : then
                    : then.isString() ? Types.string(otherwise) : otherwise;
        }
        return Unresolved.of(
                "(%s ? %s : %s)"
                        .formatted(
                                Unresolved.text(when),
                                Unresolved.text(then),
                                Unresolved.text(otherwise)));
    }

    /** Whether they may be the two sides of a choice, as far as they are known. */
    private static boolean areAlike(JsonNode one, JsonNode other) {
        return Unresolved.is(one)
                || Unresolved.is(other)
                || one.isNull()
                || other.isNull()
                || (one.isArray() == other.isArray() && one.isObject() == other.isObject());
    }

    private JsonNode mapping(List<Expression.Mapping.Entry> entries) {
        ObjectNode mapping = NODES.objectNode();
        boolean known = true;
        var texts = new ArrayList<String>();
        for (Expression.Mapping.Entry entry : entries) {
            JsonNode key = value(entry.key());
            JsonNode value = value(entry.value());
            Optional<String> name = Types.text(key);
            texts.add(Unresolved.text(key) + " = " + Unresolved.text(value));
            // A key like that of a marker must not make one.
            known &= name.isPresent() && !name.get().startsWith("$");
            if (known) {
                mapping.set(name.get(), value);
            }
        }
        return known ? mapping : Unresolved.of("{" + String.join(", ", texts) + "}");
    }
}
