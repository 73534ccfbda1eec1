package dev.svgym.configremediation.dockerfile;

import java.util.List;

/**
 * A Dockerfile as it is written.
 *
 * @param escape character that escapes and that continues lines: a backslash or a backtick
 */
record Source(List<Directive> directives, char escape, List<Instruction> instructions) {

    Source {
        directives = List.copyOf(directives);
        instructions = List.copyOf(instructions);
    }
}
