package dev.svgym.configremediation.generation.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A configuration: the folder that is applied, and the local modules that it calls.
 *
 * @param folders the first is the one that is applied
 */
record Project(List<Folder> folders) {

    Project {
        folders = List.copyOf(folders);
    }

    Project with(int folder, UnaryOperator<Folder> change) {
        List<Folder> changed = new ArrayList<>(folders);
        changed.set(folder, change.apply(folders.get(folder)));
        return new Project(changed);
    }

    Optional<HclBlock> block(Spot spot) {
        return folders.get(spot.folder()).block(spot.id());
    }

    /** Resources and sources of data that meet a condition. */
    List<Spot> spots(Predicate<HclBlock> condition) {
        return blocks(block -> block.labels().size() == 2 && condition.test(block));
    }

    /** Blocks that meet a condition. */
    List<Spot> blocks(Predicate<HclBlock> condition) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            for (Folder.Placed placed : folders.get(i).blocks()) {
                if (condition.test(placed.block())) {
                    spots.add(new Spot(i, placed.block().id()));
                }
            }
        }
        return spots;
    }
}
