package dev.svgym.configremediation.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The stages of one Dockerfile that were read so far. */
final class Stages {

    private final String file;
    private final List<Stage> stages = new ArrayList<>();

    Stages(String file) {
        this.file = file;
    }

    void add(Stage stage) {
        stages.add(stage);
    }

    List<Stage> all() {
        return stages;
    }

    int size() {
        return stages.size();
    }

    /** How the next one is called, by its name or else by its number. */
    String id(Optional<String> name) {
        return file + "/" + name.orElse(Integer.toString(stages.size()));
    }

    Optional<Stage> named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return stages.stream().filter(stage -> stage.name().equals(Optional.of(small))).findFirst();
    }

    /** What {@code --from} means: a number or a name; absent for an image. */
    Optional<Stage> reference(String from) {
        return from.matches("\\d{1,4}")
                ? stages.stream()
                        .filter(stage -> stage.index() == Integer.parseInt(from))
                        .findFirst()
                : named(from);
    }

    /** Numbers of those that the last one is made of, itself among them. */
    Set<Integer> reached() {
        Set<Integer> reached = new HashSet<>();
        var left = new ArrayList<>(List.of(stages.size() - 1));
        while (!left.isEmpty()) {
            int index = left.removeLast();
            if (reached.add(index)) {
                left.addAll(stages.get(index).needs());
            }
        }
        return reached;
    }
}
