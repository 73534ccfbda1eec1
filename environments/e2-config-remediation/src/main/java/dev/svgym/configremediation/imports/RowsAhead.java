package dev.svgym.configremediation.imports;

import dev.svgym.environment.imports.ObjectRows;
import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.RowReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Rows in their order, some of which are judged at the same time, so that engines scan them together. */
final class RowsAhead implements RowReader {

    /** Rows that are in memory. */
    private static final int MOST = 32;

    private final ObjectRows rows;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<Row>> ahead = new ArrayDeque<>();
    private Optional<IOException> broken = Optional.empty();

    RowsAhead(ObjectRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Row> next() throws IOException {
        read();
        if (ahead.isEmpty()) {
            if (broken.isPresent()) {
                throw broken.get();
            }
            return Optional.empty();
        }
        try {
            return Optional.of(ahead.removeFirst().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PatientScan.refusal("the import was given up");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** A source that breaks off does so behind the rows that came before. */
    private void read() {
        try {
            while (ahead.size() < MOST && broken.isEmpty()) {
                Optional<Supplier<Row>> line = rows.line();
                if (line.isEmpty()) {
                    return;
                }
                ahead.add(workers.submit(line.get()::get));
            }
        } catch (IOException e) {
            broken = Optional.of(e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
