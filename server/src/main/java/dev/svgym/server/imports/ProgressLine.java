package dev.svgym.server.imports;

import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportSource;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an import is, where somebody sits at a terminal; else says nothing. */
final class ProgressLine implements ImportProgress, AutoCloseable {

    private static final int UPDATE_MILLIS = 500;
    private static final int WIDTH = 110;
    private static final long MEGABYTE = 1_000_000;

    private final Optional<ProgressBar> bar;

    private ProgressLine(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /**
     * A line on a stream.
     *
     * @param terminal whether the stream is one
     */
    static ProgressLine on(PrintStream err, List<ImportSource> sources, boolean terminal) {
        if (!terminal) {
            return new ProgressLine(Optional.empty());
        }
        return new ProgressLine(
                Optional.of(
                        new ProgressBarBuilder()
                                .setTaskName("import")
                                .setInitialMax(
                                        sources.stream().mapToLong(ImportSource::bytes).sum())
                                .setUnit(" MB", MEGABYTE)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setUpdateIntervalMillis(UPDATE_MILLIS)
                                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                                .build()));
    }

    @Override
    public void at(long bytes, long rows, long rejected) {
        bar.ifPresent(line -> {
            double seconds = line.getTotalElapsed().toMillis() / 1_000.0;
            line.setExtraMessage(
                    "%d rows, %.0f rows/s, %d rejected"
                            .formatted(rows, seconds > 0 ? rows / seconds : 0, rejected));
            line.stepTo(bytes);
        });
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
