package dev.svgym.environment.imports;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A hash table from 64-bit keys to small values in a mapped file, so that the heap stays as it is however many keys there
 * are. Linear probing; doubles when it is more than half full. Not for sharing between threads.
 */
final class KeyTable implements Closeable {

    private static final long SLOT = 2L * Long.BYTES;
    private static final long FIRST_SLOTS = 1L << 16;

    private final Path folder;
    private Arena arena;
    private MemorySegment slots;
    private Path file;
    private long mask;
    private long size;

    /**
     * @param folder where the file is, which is gone when this is closed
     */
    @SuppressWarnings("MustBeClosedChecker") // close() does it.
    KeyTable(Path folder) throws IOException {
        this.folder = folder;
        this.arena = Arena.ofConfined();
        this.file = Files.createTempFile(folder, "keys", ".tmp");
        this.slots = mapped(file, FIRST_SLOTS, arena);
        this.mask = FIRST_SLOTS - 1;
    }

    /**
     * The value of a key, and that it is there from now on.
     *
     * @param value at least 0, taken where the key is new
     * @return the value that the key had; -1 where it is new
     */
    int putIfAbsent(long key, int value) throws IOException {
        if (2 * size > mask) {
            grow();
        }
        long slot = find(slots, mask, key);
        long stored = slots.get(ValueLayout.JAVA_LONG_UNALIGNED, slot + Long.BYTES);
        if (stored != 0) {
            return (int) (stored - 1);
        }
        write(slots, slot, key, value + 1L);
        size++;
        return -1;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        Files.deleteIfExists(file);
    }

    @SuppressWarnings("MustBeClosedChecker") // close() does it.
    private void grow() throws IOException {
        long larger = 2 * (mask + 1);
        Arena next = Arena.ofConfined();
        Path nextFile = Files.createTempFile(folder, "keys", ".tmp");
        MemorySegment moved = mapped(nextFile, larger, next);
        for (long at = 0; at <= mask * SLOT; at += SLOT) {
            long stored = slots.get(ValueLayout.JAVA_LONG_UNALIGNED, at + Long.BYTES);
            if (stored != 0) {
                long key = slots.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
                write(moved, find(moved, larger - 1, key), key, stored);
            }
        }
        close();
        arena = next;
        file = nextFile;
        slots = moved;
        mask = larger - 1;
    }

    /** Where a key is, or the free slot where it belongs. */
    private static long find(MemorySegment slots, long mask, long key) {
        // Keys are digests, so their low bits are as good as any.
        long slot = key & mask;
        while (true) {
            long at = slot * SLOT;
            if (slots.get(ValueLayout.JAVA_LONG_UNALIGNED, at + Long.BYTES) == 0
                    || slots.get(ValueLayout.JAVA_LONG_UNALIGNED, at) == key) {
                return at;
            }
            slot = (slot + 1) & mask;
        }
    }

    private static void write(MemorySegment slots, long at, long key, long stored) {
        slots.set(ValueLayout.JAVA_LONG_UNALIGNED, at, key);
        slots.set(ValueLayout.JAVA_LONG_UNALIGNED, at + Long.BYTES, stored);
    }

    private static MemorySegment mapped(Path file, long slots, Arena arena) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, slots * SLOT, arena);
        }
    }
}
