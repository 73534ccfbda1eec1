package dev.svgym.configremediation.preservation;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether blocks of addresses were narrowed and those that need access still have it. */
final class Cidrs {

    private Cidrs() {}

    /**
     * @param before one block or a list of them
     * @param after of the same form; absent where it is gone
     * @param sources that keep what access they had
     */
    static boolean areNarrower(JsonNode before, Optional<JsonNode> after, List<String> sources) {
        Optional<List<Cidr>> was = blocks(before);
        Optional<List<Cidr>> is = after.isEmpty() ? Optional.of(List.of()) : blocks(after.get());
        if (was.isEmpty()
                || is.isEmpty()
                || after.filter(node -> node.isArray() != before.isArray()).isPresent()
                || (after.isEmpty() && !before.isArray())) {
            return false;
        }
        boolean within =
                is.get().stream()
                        .allMatch(block ->
                                was.get().stream().anyMatch(other -> block.isWithin(other)));
        return within
                && !is.get().containsAll(was.get())
                && sources.stream()
                        .map(source -> Cidr.of(source).orElseThrow())
                        .filter(source -> was.get().stream().anyMatch(source::isWithin))
                        .allMatch(source -> is.get().stream().anyMatch(source::isWithin));
    }

    private static Optional<List<Cidr>> blocks(JsonNode node) {
        List<JsonNode> texts = node.isArray() ? List.copyOf(node.values()) : List.of(node);
        List<Optional<Cidr>> blocks =
                texts.stream()
                        .map(text ->
                                text.isString()
                                        ? Cidr.of(text.stringValue())
                                        : Optional.<Cidr>empty())
                        .toList();
        return blocks.stream().allMatch(Optional::isPresent)
                ? Optional.of(blocks.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }
}
