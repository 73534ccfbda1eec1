package dev.svgym.configremediation.generation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One stage before it is written.
 *
 * @param image of its base
 */
record StageText(String image, Optional<String> name, List<Line> lines) {

    StageText {
        lines = List.copyOf(lines);
    }

    StageText on(String other) {
        return new StageText(other, name, lines);
    }

    StageText with(int line, UnaryOperator<Line> change) {
        List<Line> changed = new ArrayList<>(lines);
        changed.set(line, change.apply(lines.get(line)));
        return new StageText(image, name, changed);
    }

    /** What the kind calls an instruction that is counted: its keyword, and how many there are before it. */
    String key(int line) {
        String kind = kind(lines.get(line));
        long before = lines.subList(0, line).stream().filter(one -> kind(one).equals(kind)).count();
        return kind + " " + before;
    }

    /** An account has a name of its own there, and {@code ADD} is a copy. */
    private static String kind(Line line) {
        return line.form() == Line.Form.ACCOUNT
                ? "account"
                : line.keyword().equals("ADD") ? "COPY" : line.keyword();
    }
}
