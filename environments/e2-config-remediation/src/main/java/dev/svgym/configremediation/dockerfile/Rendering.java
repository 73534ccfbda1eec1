package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.Place;
import dev.svgym.configremediation.model.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Stages as text of one form for engines that read text: each command that a RUN comes to stands on a line of its own
 * behind {@code RUN}, its words with one blank between them and none within, and each variable behind {@code ENV}. No
 * continuation, comment, here-document or variable of the builder can hide what stands there.
 */
final class Rendering implements Places {

    private final SortedMap<String, Lines> files = new TreeMap<>();

    Rendering(Config config) {
        for (JsonNode object : config.input().path("objects")) {
            Lines lines =
                    files.computeIfAbsent(object.path("file").stringValue(), _ -> new Lines());
            String id = object.path("id").stringValue();
            object.path("body")
                    .path(StageReader.INSTRUCTIONS)
                    .properties()
                    .forEach(entry -> variable(id, entry, lines));
            for (JsonNode command : object.path(StageReader.COMMANDS)) {
                command(id, command, lines);
            }
        }
    }

    private static void variable(String stage, Map.Entry<String, JsonNode> entry, Lines lines) {
        JsonNode value = entry.getValue().path(StageReader.VALUE);
        if (entry.getKey().startsWith("ENV ") && value.isString()) {
            lines.add(
                    stage,
                    entry.getKey() + "=" + shown(value.stringValue()),
                    List.of(StageReader.INSTRUCTIONS, entry.getKey(), StageReader.VALUE));
        }
    }

    private static void command(String stage, JsonNode command, Lines lines) {
        List<String> path = new ArrayList<>();
        command.path("path").forEach(key -> path.add(key.stringValue()));
        path.add(StageReader.WORDS);
        lines.add(
                stage,
                command.path(StageReader.WORDS).values().stream()
                        .map(word -> shown(word.stringValue()))
                        .collect(Collectors.joining(" ", "RUN ", "")),
                path);
    }

    /** Without blanks and ends of lines. */
    private static String shown(String word) {
        var shown = new StringBuilder();
        word.codePoints()
                .forEach(c -> {
                    if (Character.isWhitespace(c)) {
                        shown.append("\\s");
                    } else {
                        shown.appendCodePoint(c);
                    }
                });
        return shown.toString();
    }

    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((file, lines) -> texts.put(file, lines.text.toString()));
        return texts;
    }

    @Override
    public Optional<Place> at(String file, int position) {
        return Optional.ofNullable(files.get(file))
                .map(lines -> lines.places.floorEntry(position))
                .map(Map.Entry::getValue);
    }

    /** The lines of one file. */
    private static final class Lines {

        private final StringBuilder text = new StringBuilder();
        private final TreeMap<Integer, Place> places = new TreeMap<>();
        private int length;

        void add(String stage, String line, List<String> path) {
            places.put(length, new Place(stage, stage, path, List.of()));
            text.append(line).append('\n');
            length += line.codePointCount(0, line.length()) + 1;
        }
    }
}
