package dev.svgym.configremediation.generation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One instruction before it is written. A line that a fault leaves out stays in its place, empty, so that places of other
 * faults stay what they are.
 *
 * @param keyword such as {@code RUN}; empty where there is no instruction
 * @param flags such as {@code --from=build}
 * @param parts commands of a {@code RUN}, pairs of an {@code ENV}, ports of an {@code EXPOSE}; else one text
 * @param remark of its author, on the line before
 */
record Line(
        String keyword,
        Form form,
        List<String> flags,
        List<String> parts,
        Optional<String> remark) {

    /** What kinds of lines are told apart where keywords do not. */
    enum Form {
        USUAL,
        /** A {@code RUN} that makes the account of the service. */
        ACCOUNT,
        /** With its texts below it. */
        HEREDOC
    }

    Line {
        flags = List.copyOf(flags);
        parts = List.copyOf(parts);
    }

    boolean is(String other) {
        return keyword.equals(other) && form == Form.USUAL;
    }

    boolean isThere() {
        return !keyword.isEmpty();
    }

    /** The same with one part replaced. */
    Line with(int part, String text) {
        List<String> changed = new ArrayList<>(parts);
        changed.set(part, text);
        return new Line(keyword, form, flags, changed, remark);
    }

    /** The same with one more part at its end. */
    Line plus(String part) {
        List<String> changed = new ArrayList<>(parts);
        changed.add(part);
        return new Line(keyword, form, flags, changed, remark);
    }

    Line withFlags(List<String> others) {
        return new Line(keyword, form, others, parts, remark);
    }

    Line withKeyword(String other) {
        return new Line(other, form, flags, parts, remark);
    }

    Line remarked(String other) {
        return new Line(keyword, form, flags, parts, Optional.of(other));
    }

    /** Nothing in its place. */
    Line leftOut() {
        return new Line("", Form.USUAL, List.of(), List.of(), Optional.empty());
    }
}
