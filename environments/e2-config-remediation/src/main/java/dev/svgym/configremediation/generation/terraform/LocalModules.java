package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.Folder.Placed;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Moves all blocks of one topic into a module of the project's own, which is given what they need and gives what others need. */
final class LocalModules {

    private static final Pattern REFERENCE =
            Pattern.compile("\\b((?:data\\.)?[a-z]+_[a-z0-9_]+\\.[a-z0-9_]+)\\.([a-z_]+)\\b");
    private static final Pattern NAME = Pattern.compile("\\b(var|local)\\.([a-z0-9_]+)\\b");

    private final Folder top;
    private final String topic;
    private final Set<String> moved = new TreeSet<>();
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();

    private LocalModules(Folder top, String topic) {
        this.top = top;
        this.topic = topic;
        top.blocks().stream()
                .filter(this::isMoved)
                .forEach(placed -> moved.add(placed.block().id()));
    }

    /** The project with one of its topics in a module, where there is one that is worth it. */
    static Project extracted(Project project, RandomStream random) {
        Folder top = project.folders().getFirst();
        List<String> topics =
                top.blocks().stream()
                        .filter(placed -> placed.block().name().equals("resource"))
                        .map(Placed::topic)
                        .distinct()
                        .toList();
        return topics.size() < 2 ? project : new LocalModules(top, random.oneOf(topics)).project();
    }

    private Project project() {
        List<Placed> inside = new ArrayList<>();
        List<Placed> outside = new ArrayList<>();
        for (Placed placed : top.blocks()) {
            if (isMoved(placed)) {
                inside.add(rewritten(placed, this::fromInside));
            } else {
                outside.add(rewritten(placed, this::fromOutside));
            }
        }
        HclBlock call =
                HclBlock.top("module", topic)
                        .with(List.of("source"), "\"./modules/" + topic + "\"");
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            call = call.with(List.of(input.getKey()), input.getValue());
            inside.add(
                    new Placed(
                            Topics.VARIABLES,
                            HclBlock.top("variable", input.getKey())
                                    .with(List.of("type"), type(input.getValue()))));
        }
        outputs.forEach((name, value) ->
                inside.add(
                        new Placed(
                                Topics.OUTPUTS,
                                HclBlock.top("output", name).with(List.of("value"), value))));
        outside.add(new Placed(topic, call));
        return new Project(
                List.of(top.withBlocks(outside), new Folder("modules/" + topic, topic, inside)));
    }

    private boolean isMoved(Placed placed) {
        return placed.topic().equals(topic);
    }

    private String type(String value) {
        return value.equals("local.tags") ? "map(string)" : "string";
    }

    /** What a moved block says, where what stays outside is given to it. */
    private String fromInside(String expression) {
        String given =
                replaced(
                        expression,
                        REFERENCE,
                        (id, attribute) ->
                                moved.contains(id) || top.block(id).isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(input(id + "." + attribute)));
        return replaced(
                given,
                NAME,
                (kind, name) ->
                        inputs.containsKey(name) && kind.equals("var")
                                ? Optional.empty()
                                : Optional.of(input(kind + "." + name)));
    }

    private String input(String value) {
        String name =
                NAME.matcher(value).matches()
                        ? value.substring(value.indexOf('.') + 1)
                        : value.replaceFirst("^data\\.", "").replace('.', '_');
        inputs.put(name, value);
        return "var." + name;
    }

    /** What another block says, where what was moved gives it. */
    private String fromOutside(String expression) {
        return replaced(
                expression,
                REFERENCE,
                (id, attribute) -> {
                    if (!moved.contains(id)) {
                        return Optional.empty();
                    }
                    String name = (id + "." + attribute).replace('.', '_');
                    outputs.put(name, id + "." + attribute);
                    return Optional.of("module." + topic + "." + name);
                });
    }

    /** What two names come to, if to anything else. */
    private interface Replacement {
        Optional<String> of(String first, String second);
    }

    private static String replaced(String text, Pattern pattern, Replacement replacement) {
        return pattern.matcher(text)
                .replaceAll(match ->
                        replacement.of(match.group(1), match.group(2)).orElse(match.group()));
    }

    private static Placed rewritten(Placed placed, UnaryOperator<String> expressions) {
        return new Placed(placed.topic(), rewritten(placed.block(), expressions));
    }

    private static HclBlock rewritten(HclBlock block, UnaryOperator<String> expressions) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : block.entries()) {
            entries.add(
                    switch (entry) {
                        case Attribute(var name, var value, var remark) ->
                                new Attribute(name, expressions.apply(value), remark);
                        case HclBlock nested -> rewritten(nested, expressions);
                    });
        }
        return block.withEntries(entries);
    }
}
