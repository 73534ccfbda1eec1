package dev.svgym.environment.imports;

import dev.svgym.environment.Split;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.JsonNode;

/**
 * The rows of one split, read where they lie: the files are mapped, so neither the number of rows nor an interrupted
 * reader is of any matter. Safe for use by many threads.
 */
final class ImportedSplit {

    private static final ValueLayout.OfLong OFFSET =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment rows;
    private final MemorySegment index;

    /**
     * @throws IOException where a file is missing or cut off
     */
    ImportedSplit(Path folder, Split split) throws IOException {
        SplitFiles files = SplitFiles.in(folder, split);
        this.rows = mapped(files.rows());
        this.index = mapped(files.index());
        long last = index.byteSize() - Long.BYTES;
        if (last < 0 || last % Long.BYTES != 0 || index.get(OFFSET, last) != rows.byteSize()) {
            throw new IOException("the rows of " + split.label() + " do not fit their index");
        }
    }

    long size() {
        return index.byteSize() / Long.BYTES - 1;
    }

    /**
     * A row.
     *
     * @param at in 0 .. size - 1
     */
    JsonNode read(long at) {
        long from = index.get(OFFSET, at * Long.BYTES);
        long to = index.get(OFFSET, (at + 1) * Long.BYTES);
        byte[] line = rows.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return JsonLines.MAPPER.readTree(line);
    }

    private static MemorySegment mapped(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }
}
