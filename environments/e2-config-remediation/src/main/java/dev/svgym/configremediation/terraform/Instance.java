package dev.svgym.configremediation.terraform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A module as one call uses it, or as nobody calls it: then its variables have their defaults. For one thread. */
final class Instance implements Names {

    /** Of calls within each other. */
    static final int MOST_DEPTH = 8;

    private final Module module;
    private final String prefix;
    private final Optional<Call> call;
    private final Effort effort;
    private final Map<String, Instance> called = new LinkedHashMap<>();
    private final Map<String, Optional<JsonNode>> values = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** The block that calls a module, in the module that holds it. */
    private record Call(Instance caller, Body body) {}

    private Instance(Module module, String prefix, Optional<Call> call, Effort effort) {
        this.module = module;
        this.prefix = prefix;
        this.call = call;
        this.effort = effort;
    }

    /**
     * A module that nobody calls, with all that it calls.
     *
     * @param modules by directory
     */
    static Instance root(Module module, String prefix, Map<String, Module> modules, Effort effort) {
        var root = new Instance(module, prefix, Optional.empty(), effort);
        root.callAll(modules, 0);
        return root;
    }

    private void callAll(Map<String, Module> modules, int depth) {
        if (depth > MOST_DEPTH) {
            throw new UnsoundConfigException(
                    "expected modules that call each other over at most %s steps"
                            .formatted(MOST_DEPTH));
        }
        module.calls()
                .forEach((id, directory) -> {
                    Module target = modules.get(directory);
                    if (target != null) {
                        effort.spend(100);
                        Body body = module.declared(id).orElseThrow().body();
                        var instance =
                                new Instance(
                                        target,
                                        prefix + id + ".",
                                        Optional.of(new Call(this, body)),
                                        effort);
                        called.put(id, instance);
                        instance.callAll(modules, depth + 1);
                    }
                });
    }

    Module module() {
        return module;
    }

    Map<String, Instance> called() {
        return called;
    }

    Evaluator evaluator() {
        return new Evaluator(this, Map.of(), effort);
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Optional<JsonNode> variable(String name) {
        return once("var." + name, () -> module.declared("var." + name).flatMap(this::variable));
    }

    private Optional<JsonNode> variable(Declared variable) {
        Optional<JsonNode> given =
                call.flatMap(one ->
                        Optional.ofNullable(one.body().attributes().get(variable.name()))
                                .map(value -> one.caller().evaluator().value(value)));
        return given.or(() ->
                        Optional.ofNullable(variable.body().attributes().get("default"))
                                .map(value -> evaluator().value(value)))
                .map(value -> converted(value, variable.body().attributes().get("type")));
    }

    private static JsonNode converted(JsonNode value, @Nullable Expression type) {
        if (type instanceof Expression.Name(var name)) {
            return switch (name) {
                case "bool" -> Types.bool(value);
                case "number" -> Types.number(value);
                case "string" -> Types.string(value);
                default -> value;
            };
        }
        if (type instanceof Expression.Call(var name, var of, _)
                && Set.of("list", "set").contains(name)
                && of.size() == 1
                && value.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            value.values().forEach(each -> list.add(converted(each, of.getFirst())));
            return list;
        }
        return value;
    }

    @Override
    public Optional<JsonNode> local(String name) {
        return once(
                "local." + name,
                () ->
                        module.declared("local." + name)
                                .flatMap(Declared::value)
                                .map(evaluator()::value));
    }

    @Override
    public Optional<JsonNode> output(String callName, String name) {
        Instance instance = called.get("module." + callName);
        return instance == null
                ? Optional.empty()
                : instance.once(
                        "output." + name,
                        () ->
                                instance.module
                                        .declared("output." + name)
                                        .map(output -> output.body().attributes().get("value"))
                                        .map(instance.evaluator()::value));
    }

    /** Works a value out once. */
    private Optional<JsonNode> once(String id, Supplier<Optional<JsonNode>> value) {
        Optional<JsonNode> known = values.get(id);
        if (known != null) {
            return known;
        }
        if (!open.add(id)) {
            throw new UnsoundConfigException(prefix + id + " refers to itself");
        }
        Optional<JsonNode> found = value.get();
        open.remove(id);
        values.put(id, found);
        return found;
    }
}
