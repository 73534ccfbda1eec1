package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A place in the files of a task.
 *
 * @param line of the stage; {@link #BASE} for its {@code FROM}
 * @param part of the line; {@link #WHOLE} for none in particular
 */
record Spot(int file, int stage, int line, int part) {

    static final int BASE = -1;
    static final int WHOLE = -1;

    StageText stage(List<BuildFile> files) {
        return files.get(file).stages().get(stage);
    }

    Line line(List<BuildFile> files) {
        return stage(files).lines().get(line);
    }

    String part(List<BuildFile> files) {
        return line(files).parts().get(part);
    }

    /** Changes the line. */
    Edit line(UnaryOperator<Line> change) {
        return stage(text -> text.with(line, change));
    }

    /** Changes the part. */
    Edit part(UnaryOperator<String> change) {
        return line(one -> one.with(part, change.apply(one.parts().get(part))));
    }

    Edit stage(UnaryOperator<StageText> change) {
        return files -> {
            List<BuildFile> changed = new ArrayList<>(files);
            changed.set(file, files.get(file).with(stage, change));
            return changed;
        };
    }

    /** A violation at a path within the stage. */
    Fault fault(List<BuildFile> files, String rule, String... path) {
        String name = stage(files).name().orElse(Integer.toString(stage));
        return new Fault(rule, files.get(file).path() + "/" + name, List.of(path));
    }

    /** A violation within the instruction, which is one that is counted. */
    Fault instructionFault(List<BuildFile> files, String rule, String... path) {
        List<String> whole = new ArrayList<>(List.of("instructions", stage(files).key(line)));
        whole.addAll(List.of(path));
        return fault(files, rule, whole.toArray(String[]::new));
    }

    /** Whether two faults at these places get in each other's way. */
    boolean clashesWith(Spot other) {
        return file == other.file
                && stage == other.stage
                && line == other.line
                && part == other.part;
    }
}
