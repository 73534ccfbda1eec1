package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.model.Flaws;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/** What the files of one directory declare, each thing once. For one thread while it is filled. */
final class Module {

    private static final Map<String, Integer> LABELS =
            Map.ofEntries(
                    Map.entry("resource", 2),
                    Map.entry("data", 2),
                    Map.entry("variable", 1),
                    Map.entry("output", 1),
                    Map.entry("module", 1),
                    Map.entry("provider", 1),
                    Map.entry("check", 1),
                    Map.entry("locals", 0),
                    Map.entry("terraform", 0),
                    Map.entry("moved", 0),
                    Map.entry("removed", 0),
                    Map.entry("import", 0));

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,127}");

    private final String directory;
    private final SequencedMap<String, Declared> declared = new LinkedHashMap<>();

    Module(String directory) {
        this.directory = directory;
    }

    String directory() {
        return directory;
    }

    Collection<Declared> declared() {
        return declared.values();
    }

    Optional<Declared> declared(String id) {
        return Optional.ofNullable(declared.get(id));
    }

    void add(String file, Body body, Flaws flaws) {
        body.attributes()
                .keySet()
                .forEach(name ->
                        flaws.add(
                                file, "%s: no attribute may stand outside blocks".formatted(name)));
        for (Body.Block block : body.blocks()) {
            String place = "line %s: %s".formatted(block.line(), block.type());
            Integer labels = LABELS.get(block.type());
            if (labels == null) {
                flaws.add(file, place + ": no such block of Terraform");
            } else if (block.labels().size() != labels) {
                flaws.add(file, "%s: expected %s labels".formatted(place, labels));
            } else if (!block.labels().stream().allMatch(label -> NAME.matcher(label).matches())) {
                flaws.add(file, place + ": expected labels of letters, digits, - and _");
            } else if (block.type().equals("locals")) {
                locals(file, place, block.body(), flaws);
            } else {
                add(file, place, block, flaws);
            }
        }
    }

    private void locals(String file, String place, Body body, Flaws flaws) {
        if (!body.blocks().isEmpty()) {
            flaws.add(file, place + ": expected no blocks");
        }
        body.attributes()
                .forEach((name, value) ->
                        add(
                                place,
                                new Declared(
                                        Declared.LOCAL,
                                        Declared.LOCAL,
                                        name,
                                        "local." + name,
                                        file,
                                        new Body(new LinkedHashMap<>(), List.of()),
                                        Optional.of(value)),
                                flaws));
    }

    private void add(String file, String place, Body.Block block, Flaws flaws) {
        List<String> labels = block.labels();
        String type = labels.size() == 2 ? labels.getFirst() : block.type();
        String name = labels.isEmpty() ? "" : labels.getLast();
        String id =
                switch (block.type()) {
                    case "resource" -> type + "." + name;
                    case "data" -> "data." + type + "." + name;
                    case "variable" -> "var." + name;
                    case "provider" -> "provider." + name + alias(block.body());
                    case "output", "module", "check" -> block.type() + "." + name;
                    default -> unused(block.type());
                };
        add(
                place,
                new Declared(block.type(), type, name, id, file, block.body(), Optional.empty()),
                flaws);
    }

    private static String alias(Body body) {
        return body.attributes().get("alias") instanceof Expression.Template template
                ? "." + template.literal().orElse("")
                : "";
    }

    /** Blocks without a name may come more than once. */
    private String unused(String type) {
        String id = type;
        for (int i = 2; declared.containsKey(id); i++) {
            id = type + "#" + i;
        }
        return id;
    }

    private void add(String place, Declared one, Flaws flaws) {
        Declared other = declared.putIfAbsent(one.id(), one);
        if (other != null) {
            flaws.add(
                    one.file(), "%s: %s is already in %s".formatted(place, one.id(), other.file()));
        }
    }

    /** Directories that its calls name, by the id of the call. */
    Map<String, String> calls() {
        Map<String, String> calls = new LinkedHashMap<>();
        for (Declared one : declared.values()) {
            one.localSource().flatMap(this::resolve).ifPresent(to -> calls.put(one.id(), to));
        }
        return calls;
    }

    private Optional<String> resolve(String source) {
        List<String> path = new ArrayList<>();
        if (!directory.isEmpty()) {
            path.addAll(List.of(directory.split("/", -1)));
        }
        for (String step : source.split("/", -1)) {
            if (step.equals("..")) {
                if (path.isEmpty()) {
                    return Optional.empty();
                }
                path.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.add(step);
            }
        }
        return Optional.of(String.join("/", path));
    }

    /** Names of its variables. */
    Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        for (Declared one : declared.values()) {
            if (one.mode().equals(Declared.VARIABLE)) {
                names.add(one.name());
            }
        }
        return names;
    }
}
