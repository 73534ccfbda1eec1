package dev.svgym.configremediation.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts that are made for engines, line by line, with what each line shows. For one thread while they are filled. */
public final class PlacedLines implements Places {

    private final SortedMap<String, Lines> files = new TreeMap<>();

    /** Adds a line that shows the value at a path of an object. */
    public void add(String file, String line, String object, List<String> path) {
        files.computeIfAbsent(file, _ -> new Lines())
                .add(line, Optional.of(new Place(object, object, path, List.of())));
    }

    /** Adds a line that shows no value. */
    public void add(String file, String line) {
        files.computeIfAbsent(file, _ -> new Lines()).add(line, Optional.empty());
    }

    /** The texts by file. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((file, lines) -> texts.put(file, lines.text.toString()));
        return texts;
    }

    @Override
    public Optional<Place> at(String file, int position) {
        return Optional.ofNullable(files.get(file))
                .map(lines -> lines.places.floorEntry(position))
                .flatMap(Map.Entry::getValue);
    }

    /** The lines of one file. */
    private static final class Lines {

        private final StringBuilder text = new StringBuilder();
        private final TreeMap<Integer, Optional<Place>> places = new TreeMap<>();
        private int length;

        void add(String line, Optional<Place> place) {
            places.put(length, place);
            text.append(line).append('\n');
            length += line.codePointCount(0, line.length()) + 1;
        }
    }
}
