package dev.svgym.environment.imports;

import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The sets in a folder, as they are there now: another process may add one at any time. A set does not change once it is
 * there. Safe for use by many threads.
 */
public final class ImportedSets {

    private final Optional<Path> folder;
    private final AtomicLong looks = new AtomicLong();
    private volatile Seen seen = new Seen(0, Optional.empty(), new TreeMap<>());

    /**
     * @param folder of the sets; without one there are none
     */
    public ImportedSets(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The folder as it was when it had last changed. */
    private record Seen(
            long number, Optional<FileTime> modified, SequencedMap<String, ImportedSet> sets) {}

    /** One set as it was published: its splits, or why it is of no use. */
    private record ImportedSet(
            FileTime published, Map<Split, ImportedSplit> splits, Optional<String> fault) {}

    /** The same number as long as no set comes or goes. */
    public long state() {
        return look().number();
    }

    /** Looks again, however little time has gone by. */
    void lookAgain() {
        seen = new Seen(looks.incrementAndGet(), Optional.empty(), seen.sets());
    }

    /** Every split of every usable set, by name of the set. */
    public List<SplitCard> cards() {
        List<SplitCard> cards = new ArrayList<>();
        look().sets()
                .forEach((name, set) ->
                        set.splits()
                                .forEach((split, rows) ->
                                        cards.add(
                                                new SplitCard(
                                                        Optional.of(name), split, rows.size()))));
        return cards;
    }

    /**
     * What is kept of the row at an index.
     *
     * @throws TaskRefusedException where there is no such set, split or index
     */
    public JsonNode read(String name, Split split, long index) {
        ImportedSet set = look().sets().get(name);
        if (set == null) {
            throw unknown(
                    "there is no set %s; imported are %s; import it with the command import or the admin call"
                            .formatted(name, look().sets().keySet()));
        }
        if (set.fault().isPresent()) {
            throw new TaskRefusedException(
                    Reason.UNAVAILABLE,
                    "the set %s cannot be read: %s; remove its folder and import it again"
                            .formatted(name, set.fault().get()));
        }
        ImportedSplit rows = set.splits().get(split);
        if (rows == null) {
            throw unknown(
                    "the set %s has no split %s; it has %s"
                            .formatted(
                                    name,
                                    split.label(),
                                    set.splits().keySet().stream().map(Split::label).toList()));
        }
        if (index >= rows.size()) {
            throw unknown(
                    "expected an index below %d, the size of %s/%s, got %d"
                            .formatted(rows.size(), name, split.label(), index));
        }
        return rows.read(index);
    }

    private Seen look() {
        if (folder.isEmpty()) {
            return seen;
        }
        try {
            Optional<FileTime> modified = modified(folder.get());
            Seen known = seen;
            if (!modified.equals(known.modified())) {
                known =
                        new Seen(
                                looks.incrementAndGet(),
                                modified,
                                sets(folder.get(), known.sets()));
                seen = known;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder of imported sets", e);
        }
    }

    private static Optional<FileTime> modified(Path folder) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(folder));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static SequencedMap<String, ImportedSet> sets(
            Path folder, Map<String, ImportedSet> known) throws IOException {
        SequencedMap<String, ImportedSet> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (TaskReference.isSetName(name) && Files.isDirectory(entry)) {
                    ImportedSet before = known.get(name);
                    FileTime published = Files.getLastModifiedTime(entry);
                    found.put(
                            name,
                            before != null && before.published().equals(published)
                                    ? before
                                    : open(entry, published));
                }
            }
        }
        return found;
    }

    private static ImportedSet open(Path folder, FileTime published) {
        try {
            if (!Files.exists(folder.resolve(SetFolder.MANIFEST))) {
                throw new NoSuchFileException(SetFolder.MANIFEST);
            }
            var splits = new EnumMap<Split, ImportedSplit>(Split.class);
            for (Split split : Split.values()) {
                if (Files.exists(SplitFiles.in(folder, split).rows())) {
                    splits.put(split, new ImportedSplit(folder, split));
                }
            }
            return new ImportedSet(published, splits, Optional.empty());
        } catch (IOException e) {
            // Without the message, which may name folders of this machine.
            return new ImportedSet(
                    published, Map.of(), Optional.of("a file of it is missing or cut off"));
        }
    }

    private static TaskRefusedException unknown(String message) {
        return new TaskRefusedException(Reason.UNKNOWN, message);
    }
}
