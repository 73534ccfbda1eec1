package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.PlacedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Stages as text of one form for engines that read text: each command that a RUN comes to stands on a line of its own
 * behind {@code RUN}, its words with one blank between them and none within, and each variable behind {@code ENV}. No
 * continuation, comment, here-document or variable of the builder can hide what stands there.
 */
record Rendering(String file, String stage, PlacedLines lines) {

    static PlacedLines of(Config config) {
        var lines = new PlacedLines();
        for (JsonNode object : config.input().path("objects")) {
            var rendering =
                    new Rendering(
                            object.path("file").stringValue(),
                            object.path("id").stringValue(),
                            lines);
            object.path("body")
                    .path(StageReader.INSTRUCTIONS)
                    .properties()
                    .forEach(rendering::variable);
            for (JsonNode command : object.path(StageReader.COMMANDS)) {
                rendering.command(command);
            }
        }
        return lines;
    }

    private void variable(Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue().path(StageReader.VALUE);
        if (entry.getKey().startsWith("ENV ") && value.isString()) {
            lines.add(
                    file,
                    entry.getKey() + "=" + shown(value.stringValue()),
                    stage,
                    List.of(StageReader.INSTRUCTIONS, entry.getKey(), StageReader.VALUE));
        }
    }

    private void command(JsonNode command) {
        List<String> path = new ArrayList<>();
        command.path("path").forEach(key -> path.add(key.stringValue()));
        path.add(StageReader.WORDS);
        lines.add(
                file,
                command.path(StageReader.WORDS).values().stream()
                        .map(word -> shown(word.stringValue()))
                        .collect(Collectors.joining(" ", "RUN ", "")),
                stage,
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
}
