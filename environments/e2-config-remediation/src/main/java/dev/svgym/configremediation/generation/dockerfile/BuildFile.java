package dev.svgym.configremediation.generation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One Dockerfile before it is written.
 *
 * @param path such as {@code web/Dockerfile}
 */
record BuildFile(String path, List<StageText> stages) {

    BuildFile {
        stages = List.copyOf(stages);
    }

    BuildFile with(int stage, UnaryOperator<StageText> change) {
        List<StageText> changed = new ArrayList<>(stages);
        changed.set(stage, change.apply(stages.get(stage)));
        return new BuildFile(path, changed);
    }

    BuildFile at(String other) {
        return new BuildFile(other, stages);
    }
}
