package dev.svgym.configremediation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the instructions of one stage. Each has a key of its own, so that one which goes or comes moves no other: things
 * with names go by them, the others are counted by kind. Who runs a command is said at each command, so that it matters
 * what USER does and not where it stands.
 */
final class StageReader {

    static final String INSTRUCTIONS = "instructions";
    static final String COMMANDS = "commands";
    static final String WORDS = "words";
    static final String SCRIPTS = "scripts";
    static final String VALUE = "value";
    static final String USER = "user";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_PORTS = 1_000;
    private static final Pattern NON_ROOT =
            Pattern.compile(
                    "gcr\\.io/distroless/[a-z0-9-]+:(?:debug-)?nonroot(?:-[a-z0-9]+)?(?:@.*)?");
    private static final Pattern PORTS =
            Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?(?:/([A-Za-z]+))?");

    private final Stages stages;
    private final Scope global;
    private final Scope scope;
    private final ObjectNode tree = NODES.objectNode();
    private final ObjectNode instructions = NODES.objectNode();
    private final List<String> order = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<Integer> needs = new TreeSet<>();
    private final Optional<String> name;
    private Optional<JsonNode> user = Optional.empty();
    private Optional<List<String>> shell = Optional.empty();
    private String directory = "/";

    /**
     * @param stages those before it
     * @param global scope before the first stage
     */
    StageReader(Stages stages, Scope global, char escape, Instruction from) {
        this.stages = stages;
        this.global = global;
        List<String> arguments = from.arguments();
        this.name =
                arguments.size() == 3
                        ? Optional.of(arguments.get(2).toLowerCase(Locale.ROOT))
                        : Optional.empty();
        JsonNode base = global.value(arguments.getFirst(), from.line());
        if (base.asString("?").isBlank()) {
            throw new UnsoundDockerfileException(from.line(), "expected a base, got a blank one");
        }
        Optional<Stage> upon =
                base.isString() ? stages.named(base.stringValue()) : Optional.empty();
        ObjectNode shown = tree.putObject("base");
        if (upon.isPresent()) {
            shown.put("stage", upon.get().id());
            needs.add(upon.get().index());
            user = upon.get().user();
            shell = upon.get().shell();
            scope = upon.get().scope().next();
        } else {
            shown.set("image", base);
            user = userOf(base.asString(""));
            scope =
                    base.asString("").equals("scratch")
                            ? Scope.global(escape)
                            : Scope.uponImage(escape);
        }
        from.flag("platform")
                .ifPresent(platform -> shown.set("platform", global.value(platform, from.line())));
        name.ifPresent(given -> tree.put("name", given));
        tree.set(INSTRUCTIONS, instructions);
    }

    /** Images of this family say in their tag that they are nobody's in particular. */
    private static Optional<JsonNode> userOf(String image) {
        return NON_ROOT.matcher(image).matches()
                ? Optional.of(NODES.stringNode("nonroot"))
                : Optional.empty();
    }

    Stage finished() {
        user.ifPresent(last -> tree.set(USER, last));
        return new Stage(
                stages.id(name), stages.size(), name, tree, order, scope, user, shell, needs);
    }

    void take(Instruction instruction) {
        int line = instruction.line();
        switch (instruction.name()) {
            case "ARG" -> instruction.arguments().forEach(each -> argument(each, line));
            case "ENV" -> pairs(instruction, "ENV ");
            case "LABEL" -> pairs(instruction, "LABEL ");
            case "EXPOSE" -> ports(instruction);
            case "VOLUME" ->
                    instruction
                            .arguments()
                            .forEach(path ->
                                    put(
                                            "VOLUME " + scope.name(path.strip(), line),
                                            NODES.objectNode()));
            case "USER" -> user = Optional.of(scope.value(instruction.text(), line));
            case "WORKDIR" -> directory(instruction);
            case "SHELL" -> {
                shell = Optional.of(instruction.arguments());
                counted("SHELL", texts("arguments", instruction.arguments()));
            }
            case "ADD", "COPY" -> counted("COPY", copy(instruction));
            case "RUN" -> run(instruction);
            case "CMD", "ENTRYPOINT" -> counted(instruction.name(), started(instruction));
            case "HEALTHCHECK" -> counted("HEALTHCHECK", healthcheck(instruction));
            case "ONBUILD" -> counted("ONBUILD", trigger(instruction));
            default ->
                    counted(
                            instruction.name(),
                            NODES.objectNode().set(VALUE, scope.value(instruction.text(), line)));
        }
    }

    /** A further one under a name that is there has its number behind it. */
    private void put(String key, JsonNode value) {
        int number = counts.merge(key, 1, Integer::sum);
        String unique = number == 1 ? key : "%s (%s)".formatted(key, number);
        instructions.set(unique, value);
        order.add(unique);
    }

    private void counted(String kind, JsonNode value) {
        int number = counts.merge(kind + ' ', 1, Integer::sum) - 1;
        String key = "%s %s".formatted(kind, number);
        instructions.set(key, value);
        order.add(key);
    }

    private void argument(String text, int line) {
        int equals = text.indexOf('=');
        String argument = scope.name(equals < 0 ? text : text.substring(0, equals), line);
        ObjectNode shown = NODES.objectNode();
        if (equals >= 0) {
            JsonNode value = scope.value(text.substring(equals + 1), line);
            shown.set(VALUE, value);
            scope.argument(argument, value);
        } else if (global.of(argument) instanceof Variables.Variable.Known(var value)) {
            shown.put(VALUE, value);
            scope.argument(argument, NODES.stringNode(value));
        } else {
            scope.argument(argument);
        }
        put("ARG " + argument, shown);
    }

    /** What one instruction sets is not seen within it. */
    private void pairs(Instruction instruction, String kind) {
        List<String> arguments = instruction.arguments();
        Map<String, JsonNode> values = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 3) {
            String key = scope.name(arguments.get(i), instruction.line());
            JsonNode value = scope.value(arguments.get(i + 1), instruction.line());
            put(kind + key, NODES.objectNode().set(VALUE, value));
            values.put(key, value);
        }
        if (kind.startsWith("ENV")) {
            values.forEach(scope::environment);
        }
    }

    private void ports(Instruction instruction) {
        for (String argument : instruction.arguments()) {
            for (String word : scope.words(argument, instruction.line())) {
                Matcher ports = PORTS.matcher(word);
                if (!ports.matches()) {
                    put("EXPOSE " + word, NODES.objectNode());
                    continue;
                }
                int first = Integer.parseInt(ports.group(1));
                int last = ports.group(2) == null ? first : Integer.parseInt(ports.group(2));
                String protocol =
                        ports.group(3) == null ? "tcp" : ports.group(3).toLowerCase(Locale.ROOT);
                if (first > last || last > 65_535 || last - first > MOST_PORTS) {
                    throw new UnsoundDockerfileException(
                            instruction.line(),
                            "expected ports from 1 to 65535, %s at most".formatted(MOST_PORTS));
                }
                for (int port = first; port <= last; port++) {
                    put(
                            "EXPOSE %s/%s".formatted(port, protocol),
                            NODES.objectNode().put("port", port).put("protocol", protocol));
                }
            }
        }
    }

    private void directory(Instruction instruction) {
        JsonNode path = scope.value(instruction.text(), instruction.line());
        String named = path.asString("?");
        directory =
                named.startsWith("/")
                        ? named
                        : directory.endsWith("/") ? directory + named : directory + "/" + named;
        counted("WORKDIR", NODES.objectNode().set("path", path));
    }

    private void run(Instruction instruction) {
        Optional<String> accounts = Accounts.madeBy(instruction, user, shell, directory);
        if (accounts.isPresent()) {
            put("RUN " + accounts.get(), NODES.booleanNode(true));
            return;
        }
        ObjectNode shown = RunTree.of(instruction, shell, scope);
        instruction.flags("mount").stream()
                .map(mount -> Mount.fields(mount).getOrDefault("from", ""))
                .filter(from -> !from.isEmpty())
                .forEach(from ->
                        stages.reference(from).ifPresent(stage -> needs.add(stage.index())));
        user.ifPresent(who -> shown.set(USER, who));
        counted("RUN", shown);
    }

    private ObjectNode copy(Instruction instruction) {
        Optional<String> from = instruction.flag("from");
        Optional<Stage> stage = from.flatMap(stages::reference);
        if (from.isPresent() && from.get().matches("\\d+") && stage.isEmpty()) {
            throw new UnsoundDockerfileException(
                    instruction.line(),
                    "expected --from to be the number of a stage before this one");
        }
        stage.ifPresent(found -> needs.add(found.index()));
        return CopyTree.of(instruction, stage, scope, directory);
    }

    private ObjectNode started(Instruction instruction) {
        ObjectNode shown = NODES.objectNode().put("form", instruction.json() ? "exec" : "shell");
        return shown.setAll(texts("arguments", instruction.arguments()));
    }

    private ObjectNode healthcheck(Instruction instruction) {
        ObjectNode shown = started(instruction);
        instruction.flags().stream()
                .map(flag -> flag.substring(2).split("=", 2))
                .forEach(flag -> shown.put(flag[0], flag[1]));
        return shown;
    }

    /** As it is written: what its variables come to is for the image that is made of this one. */
    private static ObjectNode trigger(Instruction instruction) {
        Instruction inner = instruction.inner().orElseThrow();
        ObjectNode shown = texts("arguments", instruction.arguments());
        shown.setAll(texts("flags", inner.flags()));
        shown.setAll(
                texts(
                        "documents",
                        instruction.heredocs().stream()
                                .map(document -> document.expand() + " " + document.text())
                                .toList()));
        return shown.put("form", inner.json() ? "exec" : "shell");
    }

    static ObjectNode texts(String name, List<String> texts) {
        ObjectNode node = NODES.objectNode();
        var list = node.putArray(name);
        texts.forEach(list::add);
        return node;
    }
}
