package dev.svgym.environment.imports;

import dev.svgym.environment.Split;
import dev.svgym.environment.imports.ImportReport.SplitCount;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A new set while it is written: a hidden folder beside the others, which gets its name at the end or is removed. */
final class SetFolder implements Closeable {

    static final String MANIFEST = "manifest.json";

    private static final JsonMapper MANIFESTS =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Path parent;
    private final Path folder;
    private final Map<Split, SplitWriter> splits = new EnumMap<>(Split.class);

    SetFolder(Path parent) throws IOException {
        Files.createDirectories(parent);
        this.parent = parent;
        this.folder = Files.createTempDirectory(parent, ".import-");
    }

    /** For files that are gone when this is closed. */
    Path path() {
        return folder;
    }

    SplitWriter split(Split split) throws IOException {
        SplitWriter writer = splits.get(split);
        if (writer == null) {
            writer = new SplitWriter(folder, split);
            splits.put(split, writer);
        }
        return writer;
    }

    /** Puts all rows on the disk. */
    List<SplitCount> finish() throws IOException {
        List<SplitCount> counts = new ArrayList<>();
        for (SplitWriter split : splits.values()) {
            counts.add(split.finish());
        }
        return counts;
    }

    /**
     * Lets the set appear, whole and at once.
     *
     * @return false where one of that name is there already
     */
    boolean publish(ImportReport report) throws IOException {
        try (var manifest =
                FileChannel.open(
                        folder.resolve(MANIFEST),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            byte[] text =
                    (MANIFESTS.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8);
            for (var rest = ByteBuffer.wrap(text); rest.hasRemaining(); ) {
                manifest.write(rest);
            }
            manifest.force(true);
        }
        try {
            Files.move(folder, parent.resolve(report.set()), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (SplitWriter split : splits.values()) {
            split.close();
        }
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
