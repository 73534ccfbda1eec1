package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.PartialText;
import dev.svgym.configremediation.model.PlacedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Blocks as text of one form for engines that read text: each value stands on a line of its own behind the block and the
 * keys that lead to it, each line of a text and of what its base64 says on one more. No comment, here-document, function,
 * local or variable can hide what a value comes to.
 */
record Rendering(ConfigObject object, PlacedLines lines) {

    private static final int LONGEST_KEY = 300;

    static PlacedLines of(Config config) {
        var lines = new PlacedLines();
        for (ConfigObject object : config.objects()) {
            var rendering = new Rendering(object, lines);
            lines.add(object.file(), rendering.block());
            rendering.value(List.of(), object.tree());
        }
        return lines;
    }

    /** The type of what has one, else the name. */
    private String block() {
        String mode = object.identity().get(0);
        String type = object.identity().get(1);
        String name = type.equals(mode) ? object.identity().get(2) : type;
        return mode + ' ' + (name.isEmpty() ? "-" : name);
    }

    /** Of a list of plain values nothing is shown: a part of one is no place that a repair could keep. */
    private void value(List<String> path, JsonNode node) {
        if (Unresolved.is(node) || !node.isContainer()) {
            texts(node).stream()
                    .flatMap(String::lines)
                    .forEach(line ->
                            lines.add(
                                    object.file(),
                                    "%s %s = %s".formatted(block(), key(path), plain(line)),
                                    object.id(),
                                    path));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(entry -> value(below(path, entry.getKey()), entry.getValue()));
        } else {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i).isObject() && !Unresolved.is(node.get(i))) {
                    value(below(path, Integer.toString(i)), node.get(i));
                }
            }
        }
    }

    private static List<String> below(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static List<String> texts(JsonNode value) {
        Optional<PartialText> text = PartialText.of(value);
        if (text.isEmpty()) {
            return Types.text(value).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>(List.of(text.get().written()));
        text.flatMap(PartialText::decoded).map(PartialText::written).ifPresent(texts::add);
        return texts;
    }

    /** Of keys without end, the end. */
    private static String key(List<String> path) {
        String key = plain(String.join(".", path)).replace(' ', '_');
        return key.substring(Math.max(0, key.length() - LONGEST_KEY));
    }

    /** On one line, with no blanks but plain ones. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(isBlank(c) ? ' ' : c));
        return plain.toString();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
