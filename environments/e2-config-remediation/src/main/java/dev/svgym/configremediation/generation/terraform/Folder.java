package dev.svgym.configremediation.generation.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The blocks of one directory.
 *
 * @param path empty for the top
 * @param call the name by which the first folder calls it; empty for the first folder itself
 */
record Folder(String path, String call, List<Placed> blocks) {

    /**
     * A block with its place.
     *
     * @param topic what it is about, which may give a file its name
     */
    record Placed(String topic, HclBlock block) {}

    Folder {
        blocks = List.copyOf(blocks);
    }

    Optional<HclBlock> block(String id) {
        return blocks.stream().map(Placed::block).filter(one -> one.id().equals(id)).findFirst();
    }

    /** What the scan calls a block of it. */
    String object(String id) {
        return call.isEmpty() ? id : "module." + call + "." + id;
    }

    Folder with(String id, UnaryOperator<HclBlock> change) {
        return withBlocks(
                blocks.stream()
                        .map(one ->
                                one.block().id().equals(id)
                                        ? new Placed(one.topic(), change.apply(one.block()))
                                        : one)
                        .toList());
    }

    Folder without(String id) {
        return withBlocks(blocks.stream().filter(one -> !one.block().id().equals(id)).toList());
    }

    Folder plus(String topic, HclBlock block) {
        List<Placed> all = new ArrayList<>(blocks);
        all.add(new Placed(topic, block));
        return withBlocks(all);
    }

    Folder withBlocks(List<Placed> changed) {
        return new Folder(path, call, changed);
    }
}
