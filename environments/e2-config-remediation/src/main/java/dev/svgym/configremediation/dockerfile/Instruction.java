package dev.svgym.configremediation.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * One instruction, without comments and continuations.
 *
 * @param line on which it begins, from 1
 * @param name in upper case
 * @param flags as written, such as {@code --from=build}, without quotes
 * @param arguments what follows: for shell form one text; for ENV and LABEL name, value and {@code =} in turn; for
 *     ONBUILD the name and the arguments of what is inside
 * @param json whether the arguments were a JSON array
 * @param heredocs in the order of their marks
 * @param inner what ONBUILD holds
 */
record Instruction(
        int line,
        String name,
        List<String> flags,
        List<String> arguments,
        boolean json,
        List<Heredoc> heredocs,
        Optional<Instruction> inner) {

    Instruction {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
        heredocs = List.copyOf(heredocs);
    }

    Instruction with(List<Heredoc> documents) {
        return new Instruction(line, name, flags, arguments, json, documents, inner);
    }

    /** Whether here-documents of its line belong to it. */
    boolean takesHeredocs() {
        Instruction target = inner.orElse(this);
        return !target.json
                && switch (target.name) {
                    case "ADD", "COPY", "RUN" -> true;
                    default -> false;
                };
    }

    /** The first argument; empty where there is none. */
    String text() {
        return arguments.isEmpty() ? "" : arguments.getFirst();
    }

    /** The value of a flag; absent where it is not there. A flag without a value has the empty one. */
    Optional<String> flag(String flag) {
        return flags(flag).stream().findFirst();
    }

    /** The values of a flag that may come several times. */
    List<String> flags(String flag) {
        String start = "--" + flag;
        return flags.stream()
                .filter(each -> each.equals(start) || each.startsWith(start + "="))
                .map(each -> each.equals(start) ? "" : each.substring(start.length() + 1))
                .toList();
    }
}
