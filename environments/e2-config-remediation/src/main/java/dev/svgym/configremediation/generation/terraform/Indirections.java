package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moves some values out of their blocks: into a variable with a default, into a local, or into the call of a module. */
final class Indirections {

    private static final int MOST = 4;

    /** What is worth a name: yes and no, numbers, words, and lists of networks. */
    private static final Pattern PLAIN =
            Pattern.compile("true|false|\\d+|\"[A-Za-z][A-Za-z0-9_-]*\"|\\[\"[0-9./]+\"]");

    private Indirections() {}

    static Project put(Project clean, RandomStream random) {
        Project project = clean;
        int number = random.below(MOST);
        for (int i = 0; i < number; i++) {
            List<Spot> spots = project.spots(block -> !settings(block).isEmpty());
            if (spots.isEmpty()) {
                return project;
            }
            Spot spot = random.oneOf(spots);
            HclBlock block = project.block(spot).orElseThrow();
            project = named(project, spot, random.oneOf(settings(block)), random);
        }
        return project;
    }

    /** Paths of settings on the first and second level. */
    private static List<List<String>> settings(HclBlock block) {
        List<List<String>> paths = new ArrayList<>();
        for (Entry entry : block.entries()) {
            switch (entry) {
                case Attribute(var name, var value, _) when PLAIN.matcher(value).matches() ->
                        paths.add(List.of(name));
                case HclBlock nested
                        when nested.form() == HclBlock.Form.BLOCK
                                && block.count(nested.name()) == 1 ->
                        nested.entries().stream()
                                .filter(Attribute.class::isInstance)
                                .map(Attribute.class::cast)
                                .filter(one -> PLAIN.matcher(one.value()).matches())
                                .forEach(one -> paths.add(List.of(nested.name(), one.name())));
                default -> {}
            }
        }
        return paths;
    }

    private static Project named(
            Project project, Spot spot, List<String> path, RandomStream random) {
        HclBlock block = project.block(spot).orElseThrow();
        String value = block.value(path).orElseThrow();
        String name = block.labels().getLast() + "_" + path.getLast();
        Folder folder = project.folders().get(spot.folder());
        if (random.percent(40)) {
            Optional<HclBlock> locals = folder.block(HclBlock.LOCALS);
            if (locals.isPresent() && locals.get().has(name)) {
                return project;
            }
            Edit put = spot.put(path, "local." + name);
            Edit declare =
                    locals.isPresent()
                            ? new Spot(spot.folder(), HclBlock.LOCALS).put(List.of(name), value)
                            : added(
                                    spot.folder(),
                                    Topics.LOCALS,
                                    HclBlock.top("locals").with(List.of(name), value));
            return put.then(declare).on(project);
        }
        if (folder.block("var." + name).isPresent()) {
            return project;
        }
        HclBlock variable = HclBlock.top("variable", name).with(List.of("type"), type(value));
        if (random.percent(40)) {
            variable = variable.with(List.of("description"), quoted(name.replace('_', ' ')));
        }
        boolean isGiven = !folder.call().isEmpty() && random.percent(50);
        Edit edit = spot.put(path, "var." + name);
        if (isGiven) {
            edit = edit.then(new Spot(0, "module." + folder.call()).put(List.of(name), value));
        } else {
            variable = variable.with(List.of("default"), value);
        }
        return edit.then(added(spot.folder(), Topics.VARIABLES, variable)).on(project);
    }

    /** Adds a block to a folder. */
    static Edit added(int folder, String topic, HclBlock block) {
        return project -> project.with(folder, one -> one.plus(topic, block));
    }

    private static String type(String value) {
        return switch (value.charAt(0)) {
            case '"' -> "string";
            case '[' -> "list(string)";
            case 't', 'f' -> "bool";
            default -> "number";
        };
    }
}
