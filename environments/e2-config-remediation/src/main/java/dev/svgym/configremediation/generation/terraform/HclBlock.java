package dev.svgym.configremediation.generation.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A block, or what is written like one: a mapping, or a policy that is encoded as JSON.
 *
 * @param name its type, or the name of the attribute whose value it is
 * @param remark on the line before
 */
record HclBlock(
        Form form, String name, List<String> labels, List<Entry> entries, Optional<String> remark)
        implements Entry {

    /** The id of the only block of locals of a directory. */
    static final String LOCALS = "locals";

    /** How it is written. */
    enum Form {
        /** {@code name "label" { ... }}. */
        BLOCK,
        /** {@code name = { ... }}. */
        MAP,
        /** {@code name = jsonencode({ ... })}, the entries being its statements. */
        ENCODED_POLICY,
        /** The same JSON in a heredoc. */
        POLICY_TEXT,
        /** {@code { ... }}, one of a list. */
        ELEMENT
    }

    HclBlock {
        labels = List.copyOf(labels);
        entries = List.copyOf(entries);
    }

    /** The name by which others refer to a block of the top level. */
    String id() {
        String all = String.join(".", labels);
        return switch (name) {
            case "resource" -> all;
            case "variable" -> "var." + all;
            case "locals" -> LOCALS;
            default -> labels.isEmpty() ? name : name + "." + all;
        };
    }

    /** The type of a resource or of a source of data; the id of any other block. */
    String type() {
        return labels.size() < 2 ? id() : (name.equals("data") ? "data." : "") + labels.getFirst();
    }

    /**
     * The expression at a path.
     *
     * @param path names of nested blocks and of the attribute at last; {@code ingress#1} is the second of its name
     */
    Optional<String> value(List<String> path) {
        Optional<Entry> entry = entry(path.getFirst());
        if (path.size() > 1) {
            return entry.filter(HclBlock.class::isInstance)
                    .flatMap(block -> ((HclBlock) block).value(path.subList(1, path.size())));
        }
        return entry.filter(Attribute.class::isInstance).map(one -> ((Attribute) one).value());
    }

    boolean has(String... path) {
        return value(List.of(path)).isPresent();
    }

    /** With another expression at a path; what is missing on the way is added at the end. */
    HclBlock with(List<String> path, String value) {
        String step = path.getFirst();
        if (path.size() == 1) {
            return withEntry(
                    step,
                    before ->
                            Optional.of(
                                    new Attribute(
                                            bare(step),
                                            value,
                                            before.filter(Attribute.class::isInstance)
                                                    .flatMap(one -> ((Attribute) one).remark()))));
        }
        return withEntry(
                step,
                before ->
                        Optional.of(
                                ((HclBlock) before.orElseGet(() -> nested(bare(step))))
                                        .with(path.subList(1, path.size()), value)));
    }

    /** Without what stands at a path, and without blocks that hold nothing then. */
    HclBlock without(List<String> path) {
        if (path.size() == 1) {
            return withEntry(path.getFirst(), _ -> Optional.empty());
        }
        return withEntry(
                path.getFirst(),
                before ->
                        before.map(one -> ((HclBlock) one).without(path.subList(1, path.size())))
                                .filter(block -> !block.entries().isEmpty())
                                .map(Function.identity()));
    }

    HclBlock plus(Entry entry) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(entry);
        return withEntries(all);
    }

    /** With an attribute before the entry at an index, or behind all. */
    HclBlock with(int index, Attribute attribute) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(Math.min(index, all.size()), attribute);
        return withEntries(all);
    }

    HclBlock withEntries(List<Entry> changed) {
        return new HclBlock(form, name, labels, changed, remark);
    }

    HclBlock remarked(String said) {
        return new HclBlock(form, name, labels, entries, Optional.of(said));
    }

    /** A block that holds nothing yet. */
    static HclBlock nested(String name) {
        return new HclBlock(Form.BLOCK, name, List.of(), List.of(), Optional.empty());
    }

    static HclBlock top(String name, String... labels) {
        return new HclBlock(Form.BLOCK, name, List.of(labels), List.of(), Optional.empty());
    }

    /** How many entries have a name. */
    int count(String entryName) {
        return (int) entries.stream().filter(one -> one.name().equals(entryName)).count();
    }

    private Optional<Entry> entry(String step) {
        int index = index(step);
        return index < 0 ? Optional.empty() : Optional.of(entries.get(index));
    }

    private HclBlock withEntry(String step, Function<Optional<Entry>, Optional<Entry>> change) {
        List<Entry> changed = new ArrayList<>(entries);
        int index = index(step);
        if (index < 0) {
            change.apply(Optional.empty()).ifPresent(changed::add);
        } else {
            Optional<Entry> after = change.apply(Optional.of(entries.get(index)));
            if (after.isPresent()) {
                changed.set(index, after.get());
            } else {
                changed.remove(index);
            }
        }
        return withEntries(changed);
    }

    private int index(String step) {
        int left = step.contains("#") ? Integer.parseInt(step.substring(step.indexOf('#') + 1)) : 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(bare(step)) && left-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String bare(String step) {
        return step.contains("#") ? step.substring(0, step.indexOf('#')) : step;
    }
}
