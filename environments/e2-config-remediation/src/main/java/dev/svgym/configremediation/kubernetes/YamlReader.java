package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Excerpt;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.node.NullNode;

/**
 * Reads hostile YAML 1.2 strictly, in bounded time, memory and stack: from the parser's events, since composing would
 * recurse.
 */
final class YamlReader {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setParseComments(false).build();

    private final NodeBudget budget;
    private final List<YamlFile.Document> documents = new ArrayList<>();
    private TreeBuilder tree;
    private int anchors;
    private int line = 1;

    private YamlReader(NodeBudget budget) {
        this.budget = budget;
        this.tree = new TreeBuilder(budget);
    }

    static YamlFile read(String text, NodeBudget budget) throws UnreadableYamlException {
        YamlText.check(text);
        var reader = new YamlReader(budget);
        try {
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                reader.take(event);
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(reader.line);
            throw new UnreadableYamlException(line, "not YAML: " + problem(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new UnreadableYamlException(
                    reader.line, "not YAML: " + problem(String.valueOf(e.getMessage())));
        }
        if (reader.documents.isEmpty()) {
            reader.documents.add(new YamlFile.Document(1, NullNode.getInstance()));
        }
        return new YamlFile(reader.documents, reader.anchors);
    }

    private static String problem(String text) {
        return Excerpt.of(text.lines().findFirst().orElse(""));
    }

    private void take(Event event) throws UnreadableYamlException {
        line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
        switch (event) {
            case DocumentStartEvent start -> {
                if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
                    throw new UnreadableYamlException(line, "directives are refused");
                }
                tree = new TreeBuilder(budget);
            }
            case DocumentEndEvent end -> {
                if (end.isExplicit()) {
                    throw new UnreadableYamlException(
                            line, "expected --- between documents; kubectl stops reading at ...");
                }
                anchors += tree.anchors();
                documents.add(new YamlFile.Document(tree.line(), tree.root()));
            }
            default -> tree.take(event, line);
        }
    }
}
