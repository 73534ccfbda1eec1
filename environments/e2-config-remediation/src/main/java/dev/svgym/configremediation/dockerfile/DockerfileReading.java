package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Flaws;
import dev.svgym.configremediation.model.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reading of one set of files. For one thread, and for one use. */
final class DockerfileReading {

    /** The type of the object that a file is. */
    static final String FILE = "file";

    /** The type of the object that a stage is. */
    static final String STAGE = "stage";

    private static final int MOST_OBJECTS = 200;
    private static final int MOST_WORDS = 20_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Flaws flaws = new Flaws();
    private final List<ConfigObject> objects = new ArrayList<>();
    private final ObjectNode input = NODES.objectNode();
    private final ArrayNode list = input.putArray("objects");
    private int words;

    Parsed of(SortedMap<String, String> files) {
        SortedMap<String, List<String>> one = new TreeMap<>();
        SortedMap<String, Integer> none = new TreeMap<>();
        files.forEach((file, text) -> {
            one.put(file, List.of("Dockerfile"));
            none.put(file, 0);
            file(file, text);
        });
        if (flaws.listed().isEmpty() && objects.size() > MOST_OBJECTS) {
            flaws.add(
                    files.firstKey(),
                    "expected at most %s files and stages, got %s"
                            .formatted(MOST_OBJECTS, objects.size()));
        }
        if (flaws.listed().isEmpty() && words > MOST_WORDS) {
            flaws.add(
                    files.firstKey(),
                    "expected at most %s words of commands, got %s".formatted(MOST_WORDS, words));
        }
        return flaws.listed().isEmpty()
                ? new Parsed.Read(new Config(objects, one, none, input))
                : new Parsed.Unreadable(flaws.listed());
    }

    private void file(String file, String text) {
        try {
            Source source = SourceReader.read(text);
            for (Instruction instruction : source.instructions()) {
                InstructionCheck.check(instruction);
            }
            read(file, source);
        } catch (UnreadableDockerfileException e) {
            flaws.add(file, e.why());
        } catch (UnsoundDockerfileException e) {
            flaws.add(file, e.why());
        }
    }

    private void read(String file, Source source) {
        Scope global = Scope.global(source.escape());
        ObjectNode top = NODES.objectNode();
        source.directives()
                .forEach(directive ->
                        top.withObject("directives").put(directive.name(), directive.value()));
        ObjectNode arguments = NODES.objectNode();
        List<String> order = new ArrayList<>();
        var stages = new Stages(file);
        Optional<StageReader> reader = Optional.empty();
        for (Instruction instruction : source.instructions()) {
            if (instruction.name().equals("FROM")) {
                reader.ifPresent(stage -> stages.add(stage.finished()));
                if (stages.size() > MOST_OBJECTS) {
                    throw new UnsoundDockerfileException(instruction.line(), "too many stages");
                }
                checkName(stages, instruction);
                reader = Optional.of(new StageReader(stages, global, source.escape(), instruction));
            } else if (reader.isPresent()) {
                reader.get().take(instruction);
            } else if (instruction.name().equals("ARG")) {
                instruction
                        .arguments()
                        .forEach(each ->
                                argument(each, instruction.line(), global, arguments, order));
            } else {
                throw new UnsoundDockerfileException(
                        instruction.line(), "expected FROM or ARG before " + instruction.name());
            }
        }
        stages.add(
                reader.orElseThrow(() ->
                                new UnsoundDockerfileException(1, "expected a FROM, got none"))
                        .finished());
        add(file, top, arguments, order, stages);
    }

    private static void checkName(Stages stages, Instruction from) {
        if (from.arguments().size() == 3 && stages.named(from.arguments().get(2)).isPresent()) {
            throw new UnsoundDockerfileException(
                    from.line(), "expected a name that no other stage has");
        }
    }

    private static void argument(
            String text, int line, Scope global, ObjectNode arguments, List<String> order) {
        int equals = text.indexOf('=');
        String name = global.name(equals < 0 ? text : text.substring(0, equals), line);
        ObjectNode shown = arguments.putObject(name);
        order.remove(name);
        order.add(name);
        if (equals < 0) {
            global.argument(name);
            return;
        }
        JsonNode value = global.value(text.substring(equals + 1), line);
        shown.set(StageReader.VALUE, value);
        global.argument(name, value);
    }

    /** What arguments come to is seen where they are used, and compared there. */
    private void add(
            String file, ObjectNode top, ObjectNode arguments, List<String> order, Stages stages) {
        ObjectNode compared = top.deepCopy();
        ObjectNode names = NODES.objectNode();
        arguments.propertyNames().forEach(name -> names.set(name, NODES.objectNode()));
        compared.set("arguments", names);
        objects.add(
                new ConfigObject(
                        file,
                        FILE,
                        file,
                        List.of(FILE),
                        List.of(),
                        compared,
                        Map.of(List.of("arguments"), List.copyOf(order)),
                        Map.of()));
        top.set("arguments", arguments);
        ObjectNode whole = list.addObject().put("id", file).put("mode", FILE).put(FILE, file);
        whole.set("body", top);
        Set<Integer> reached = stages.reached();
        for (Stage stage : stages.all()) {
            objects.add(
                    new ConfigObject(
                            stage.id(),
                            STAGE,
                            file,
                            List.of(
                                    STAGE,
                                    Integer.toString(stage.index()),
                                    stage.name().orElse("")),
                            List.of(),
                            stage.tree(),
                            stage.orders(),
                            Map.of()));
            ObjectNode shown =
                    list.addObject().put("id", stage.id()).put("mode", STAGE).put(FILE, file);
            shown.put("index", stage.index())
                    .put("last", stage.index() == stages.size() - 1)
                    .put("reached", reached.contains(stage.index()));
            shown.set("body", stage.tree());
            words += Commands.addTo(shown.putArray(StageReader.COMMANDS), stage.tree());
        }
    }
}
