package dev.svgym.configremediation.kubernetes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where the scalars of a sound file stand. For one use. */
final class YamlLeaves {

    /** What an index begins with in a path, so that it is no key: keys are printable. */
    static final String INDEX = "\u0000";

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setParseComments(false).build();

    private final List<Leaf> leaves = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int objects;
    private int firstOfDocument;
    private boolean list;
    private int firstLeafOfDocument;

    private YamlLeaves() {}

    /**
     * A scalar or an alias. That of a key has the path of its value.
     *
     * @param object number of the object in its file, from 0; negative where it is in none
     * @param path within the object; an index is written with {@link #INDEX} before it
     * @param from position of its first code point
     * @param to position behind its last one
     */
    record Leaf(int object, List<String> path, int from, int to) {

        private Leaf in(int other) {
            return new Leaf(other, path, from, to);
        }
    }

    static List<Leaf> of(String text) {
        var reading = new YamlLeaves();
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            reading.take(event);
        }
        return reading.leaves;
    }

    private void take(Event event) {
        switch (event) {
            case DocumentStartEvent _ -> {
                firstOfDocument = objects;
                firstLeafOfDocument = leaves.size();
                list = false;
            }
            case ScalarEvent scalar -> leaf(event, scalar.getValue());
            case AliasEvent _ -> leaf(event, "");
            case CollectionStartEvent _ -> {
                next();
                open.push(new Open(event instanceof MappingStartEvent));
            }
            case CollectionEndEvent _ -> end();
            default -> {}
        }
    }

    private void leaf(Event event, String text) {
        Open parent = open.peek();
        if (parent == null) {
            return;
        }
        if (parent.mapping && parent.atKey) {
            parent.step = text;
            parent.atKey = false;
        } else {
            if (open.size() == 1 && parent.step.equals("kind")) {
                list = text.endsWith("List");
            }
            next();
        }
        leaves.add(new Leaf(0, path(), index(event.getStartMark()), index(event.getEndMark())));
    }

    /** Counts a value of the collection that is open. */
    private void next() {
        Open parent = open.peek();
        if (parent == null) {
            return;
        }
        if (parent.mapping) {
            parent.atKey = true;
        } else {
            parent.step = INDEX + parent.count++;
        }
    }

    private void end() {
        open.pop();
        if (!open.isEmpty()) {
            return;
        }
        int most = 0;
        for (int i = firstLeafOfDocument; i < leaves.size(); i++) {
            Leaf leaf = list ? item(leaves.get(i)) : leaves.get(i).in(firstOfDocument);
            leaves.set(i, leaf);
            most = Math.max(most, leaf.object() - firstOfDocument + 1);
        }
        objects = firstOfDocument + (list ? most : 1);
    }

    private Leaf item(Leaf leaf) {
        List<String> path = leaf.path();
        if (path.size() < 2 || !path.getFirst().equals("items")) {
            return leaf.in(-1);
        }
        int number = Integer.parseInt(path.get(1).substring(INDEX.length()));
        return new Leaf(
                firstOfDocument + number, path.subList(2, path.size()), leaf.from(), leaf.to());
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        open.descendingIterator().forEachRemaining(collection -> path.add(collection.step));
        return path;
    }

    private static int index(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElse(0);
    }

    /** A collection whose end has not come. */
    private static final class Open {

        private final boolean mapping;
        private boolean atKey = true;
        private int count;
        private String step = "";

        Open(boolean mapping) {
            this.mapping = mapping;
        }
    }
}
