package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.Fault;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A block of a configuration.
 *
 * @param folder its index
 * @param id of the block
 */
record Spot(int folder, String id) {

    Edit change(UnaryOperator<HclBlock> change) {
        return project -> project.with(folder, one -> one.with(id, change));
    }

    Edit put(List<String> path, String value) {
        return change(block -> block.with(path, value));
    }

    Edit drop(List<String> path) {
        return change(block -> block.without(path));
    }

    Edit removed() {
        return project -> project.with(folder, one -> one.without(id));
    }

    /** A violation of it as the scan reports it. */
    Fault fault(Project project, String rule, List<String> path) {
        return new Fault(rule, project.folders().get(folder).object(id), path);
    }
}
