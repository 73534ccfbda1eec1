package dev.svgym.configremediation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every command of a stage, those within others too, in one list with the keys that lead to each. */
final class Commands {

    private final ArrayNode list;
    private int words;

    private Commands(ArrayNode list) {
        this.list = list;
    }

    /**
     * Adds them as {@code {"path": [...], "program": ..., "words": [...], "user": ...}}.
     *
     * @return how many words they have
     */
    static int addTo(ArrayNode list, ObjectNode stage) {
        var commands = new Commands(list);
        for (Map.Entry<String, JsonNode> entry :
                stage.path(StageReader.INSTRUCTIONS).properties()) {
            commands.add(
                    entry.getValue(),
                    entry.getValue().path(StageReader.USER),
                    List.of(StageReader.INSTRUCTIONS, entry.getKey()));
        }
        return commands.words;
    }

    private void add(JsonNode script, JsonNode user, List<String> path) {
        int number = 0;
        for (JsonNode command : script.path(StageReader.COMMANDS)) {
            List<String> here = with(path, StageReader.COMMANDS, Integer.toString(number++));
            ObjectNode shown = list.addObject();
            ArrayNode keys = shown.putArray("path");
            here.forEach(keys::add);
            JsonNode called = command.path(StageReader.WORDS);
            shown.put(
                    "program",
                    Programs.first(called.values().stream().map(JsonNode::stringValue).toList()));
            shown.set(StageReader.WORDS, called);
            if (!user.isMissingNode()) {
                shown.set(StageReader.USER, user);
            }
            words += 1 + called.size();
            for (Map.Entry<String, JsonNode> inner :
                    command.path(StageReader.SCRIPTS).properties()) {
                add(inner.getValue(), user, with(here, StageReader.SCRIPTS, inner.getKey()));
            }
        }
    }

    private static List<String> with(List<String> path, String... more) {
        var longer = new ArrayList<>(path);
        longer.addAll(List.of(more));
        return longer;
    }
}
