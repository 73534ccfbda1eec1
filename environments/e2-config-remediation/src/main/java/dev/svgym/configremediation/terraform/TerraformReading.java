package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Flaws;
import dev.svgym.configremediation.model.Parsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reading of one set of files. For one thread, and for one use. */
final class TerraformReading {

    static final int MOST_OBJECTS = 500;

    private final Schema schema;
    private final Effort effort = new Effort();
    private final Flaws flaws = new Flaws();
    private final SortedMap<String, Module> modules = new TreeMap<>();
    private final List<ConfigObject> objects = new ArrayList<>();
    private final ObjectNode input = JsonNodeFactory.instance.objectNode();

    TerraformReading(Schema schema) {
        this.schema = schema;
    }

    Parsed of(SortedMap<String, String> files) {
        SortedMap<String, List<String>> one = new TreeMap<>();
        SortedMap<String, Integer> none = new TreeMap<>();
        files.forEach((file, text) -> {
            one.put(file, List.of("blocks"));
            none.put(file, 0);
            file(file, text);
        });
        input.putArray("objects");
        if (flaws.listed().isEmpty()) {
            try {
                roots().forEach(this::instance);
            } catch (UnsoundConfigException e) {
                flaws.add(files.isEmpty() ? "" : files.firstKey(), e.why());
            }
        }
        if (flaws.listed().isEmpty() && objects.isEmpty()) {
            flaws.add(
                    files.isEmpty() ? "" : files.firstKey(),
                    "expected at least one block, got none: comments alone are no config");
        }
        if (!flaws.listed().isEmpty()) {
            return new Parsed.Unreadable(flaws.listed());
        }
        // Blocks may stand in any order.
        objects.sort(Comparator.comparing(ConfigObject::id));
        return new Parsed.Read(new Config(objects, one, none, input));
    }

    private void file(String file, String text) {
        int slash = file.lastIndexOf('/');
        String directory = slash < 0 ? "" : file.substring(0, slash);
        try {
            Body body = BodyReader.read(text);
            modules.computeIfAbsent(directory, Module::new).add(file, body, flaws);
        } catch (UnreadableHclException e) {
            flaws.add(file, e.why());
        }
    }

    /** Modules that nobody calls. The only one has plain ids; where there are several, each says its directory. */
    private List<Instance> roots() {
        Set<String> called = new HashSet<>();
        modules.values().forEach(module -> called.addAll(module.calls().values()));
        List<Module> roots =
                modules.values().stream()
                        .filter(module -> !called.contains(module.directory()))
                        .toList();
        if (roots.isEmpty()) {
            throw new UnsoundConfigException("every module is called by another one");
        }
        return roots.stream()
                .map(module ->
                        Instance.root(
                                module,
                                roots.size() == 1 || module.directory().isEmpty()
                                        ? ""
                                        : module.directory() + "/",
                                modules,
                                effort))
                .toList();
    }

    private void instance(Instance instance) {
        for (Declared declared : instance.module().declared()) {
            if (objects.size() == MOST_OBJECTS) {
                throw new UnsoundConfigException(
                        "expected at most %s blocks".formatted(MOST_OBJECTS));
            }
            add(declared, instance);
        }
        instance.called().values().forEach(this::instance);
    }

    private void add(Declared declared, Instance instance) {
        String id = instance.prefix() + declared.id();
        boolean judged =
                declared.mode().equals(Declared.RESOURCE) || declared.mode().equals(Declared.DATA);
        String type =
                declared.mode().equals(Declared.DATA) ? "data." + declared.type() : declared.type();
        Expression given = declared.body().attributes().get("default");
        if (declared.mode().equals(Declared.VARIABLE)
                && given != null
                && Unresolved.isIn(new Evaluator(Names.NONE, Map.of(), effort).value(given))) {
            flaws.add(
                    declared.file(),
                    id + ": expected a default that refers to nothing and calls no function");
        }
        var trees = new BodyTree(effort, what -> flaws.add(declared.file(), id + ": " + what));
        ObjectNode tree =
                trees.of(
                        declared.body(),
                        judged ? schema.of(type) : Schema.Block.UNKNOWN,
                        instance.evaluator(),
                        "",
                        shownElsewhere(declared, instance));
        objects.add(
                new ConfigObject(
                        id,
                        type,
                        declared.file(),
                        List.of(declared.mode(), declared.type(), declared.name()),
                        List.of(),
                        tree,
                        Map.of(),
                        references(tree)));
        if (judged) {
            ObjectNode object = input.withArray("objects").addObject();
            object.put("id", id);
            object.put("mode", declared.mode());
            object.put("type", declared.type());
            object.put("name", declared.name());
            object.put("module", instance.prefix());
            object.put("file", declared.file());
            object.set("body", tree);
        }
    }

    /** Attributes whose value is part of every place that uses it. */
    private static Set<String> shownElsewhere(Declared declared, Instance instance) {
        if (declared.mode().equals(Declared.VARIABLE)) {
            return Set.of("default");
        }
        Instance called = instance.called().get(declared.id());
        if (called == null) {
            return Set.of();
        }
        Set<String> inputs = new HashSet<>(called.module().variables());
        inputs.removeAll(
                Set.of("source", "version", "count", "for_each", "providers", "depends_on"));
        return inputs;
    }

    private static Map<List<String>, String> references(ObjectNode tree) {
        Map<List<String>, String> references = new HashMap<>();
        for (Map.Entry<String, JsonNode> attribute : tree.properties()) {
            JsonNode object = attribute.getValue().path(Unresolved.OBJECT);
            if (object.isString()) {
                references.put(List.of(attribute.getKey()), object.stringValue());
            }
        }
        return references;
    }
}
