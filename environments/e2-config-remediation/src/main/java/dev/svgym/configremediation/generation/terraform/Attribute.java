package dev.svgym.configremediation.generation.terraform;

import java.util.Optional;

/**
 * A setting.
 *
 * @param value an expression; a heredoc is on several lines, which the writer indents
 * @param remark on the line before
 */
record Attribute(String name, String value, Optional<String> remark) implements Entry {

    Attribute(String name, String value) {
        this(name, value, Optional.empty());
    }
}
