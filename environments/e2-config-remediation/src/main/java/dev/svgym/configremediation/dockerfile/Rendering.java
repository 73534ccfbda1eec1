package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Place;
import dev.svgym.configremediation.model.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Stages as text of one form for engines that read text: each command that a RUN comes to stands on a line of its own
 * behind {@code RUN}, its words with one blank between them and none within, and each variable behind {@code ENV}. No
 * continuation, comment, here-document or variable of the builder can hide what stands there.
 */
final class Rendering implements Places {

    private final SortedMap<String, Lines> files = new TreeMap<>();

    Rendering(Config config) {
        for (ConfigObject object : config.objects()) {
            Lines lines = files.computeIfAbsent(object.file(), _ -> new Lines());
            for (Map.Entry<String, JsonNode> entry :
                    object.tree().path(StageReader.INSTRUCTIONS).properties()) {
                instruction(object.id(), entry.getKey(), entry.getValue(), lines);
            }
        }
    }

    private static void instruction(String stage, String key, JsonNode instruction, Lines lines) {
        List<String> path = List.of(StageReader.INSTRUCTIONS, key);
        if (key.startsWith("ENV ")) {
            JsonNode value = instruction.path(StageReader.VALUE);
            if (value.isString()) {
                lines.add(
                        stage,
                        key + "=" + shown(value.stringValue()),
                        with(path, StageReader.VALUE));
            }
        } else if (key.startsWith("RUN ")) {
            commands(stage, instruction, path, lines);
        }
    }

    private static void commands(String stage, JsonNode node, List<String> path, Lines lines) {
        int number = 0;
        for (JsonNode command : node.path(StageReader.COMMANDS)) {
            List<String> here = with(path, StageReader.COMMANDS, Integer.toString(number++));
            var words = new ArrayList<String>();
            for (JsonNode word : command.path(StageReader.WORDS)) {
                words.add(shown(word.stringValue()));
            }
            lines.add(stage, "RUN " + String.join(" ", words), with(here, StageReader.WORDS));
            for (Map.Entry<String, JsonNode> script :
                    command.path(StageReader.SCRIPTS).properties()) {
                commands(
                        stage,
                        script.getValue(),
                        with(here, StageReader.SCRIPTS, script.getKey()),
                        lines);
            }
        }
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

    private static List<String> with(List<String> path, String... more) {
        var longer = new ArrayList<>(path);
        longer.addAll(List.of(more));
        return List.copyOf(longer);
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
