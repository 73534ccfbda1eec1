package dev.svgym.environment.imports;

import dev.svgym.environment.Split;
import dev.svgym.environment.imports.ImportReport.SplitCount;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Writes one split of a new set, row by row. */
final class SplitWriter implements Closeable {

    private final Split split;
    private final FileChannel rowsFile;
    private final FileChannel indexFile;
    private final OutputStream rows;
    private final DataOutputStream index;
    private final SequencedMap<String, Long> strata = new LinkedHashMap<>();
    private long position;
    private long tasks;

    SplitWriter(Path folder, Split split) throws IOException {
        this.split = split;
        SplitFiles files = SplitFiles.in(folder, split);
        this.rowsFile =
                FileChannel.open(
                        files.rows(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.indexFile =
                FileChannel.open(
                        files.index(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.rows = new BufferedOutputStream(Channels.newOutputStream(rowsFile), 1 << 16);
        this.index =
                new DataOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(indexFile), 1 << 16));
        index.writeLong(0);
    }

    void write(Row.Usable row, String stratum) throws IOException {
        byte[] line = JsonLines.MAPPER.writeValueAsBytes(row.task());
        rows.write(line);
        rows.write('\n');
        position += line.length + 1;
        index.writeLong(position);
        tasks++;
        strata.merge(stratum, 1L, Long::sum);
    }

    /** Puts everything on the disk. */
    SplitCount finish() throws IOException {
        rows.flush();
        index.flush();
        rowsFile.force(true);
        indexFile.force(true);
        return new SplitCount(split.label(), tasks, strata);
    }

    @Override
    public void close() throws IOException {
        try (rowsFile) {
            indexFile.close();
        }
    }
}
