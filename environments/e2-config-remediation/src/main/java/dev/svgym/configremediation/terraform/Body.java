package dev.svgym.configremediation.terraform;

import java.util.List;
import java.util.SequencedMap;

/**
 * What stands between braces, or in a file.
 *
 * @param attributes by name, in their order
 */
record Body(SequencedMap<String, Expression> attributes, List<Block> blocks) {

    Body {
        blocks = List.copyOf(blocks);
    }

    /**
     * A block.
     *
     * @param line where it starts, from 1
     */
    record Block(String type, List<String> labels, Body body, int line) {

        Block {
            labels = List.copyOf(labels);
        }
    }
}
