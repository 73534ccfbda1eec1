package dev.svgym.configremediation.scanner;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/** Counts scans. Every meter of the engines is named here; the tags are engines and outcomes. */
public record ScanMeters(MeterRegistry registry) implements ScanObserver {

    private static final String ENGINE = "engine";

    @Override
    public void scanned(String engine, ScanResult result, Duration took) {
        String outcome =
                switch (result) {
                    case ScanResult.Scanned _ -> "scanned";
                    case ScanResult.Failed failed ->
                            "failed-" + failed.cause().name().toLowerCase(Locale.ROOT);
                };
        Timer.builder("svgym.scans")
                .description("Time that a scan takes, waiting included, cached ones excluded")
                .tag(ENGINE, engine)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry)
                .record(took);
    }

    @Override
    public void asked(String engine, boolean known) {
        registry.counter("svgym.scans.asked", ENGINE, engine, "cache", known ? "hit" : "miss")
                .increment();
    }

    @Override
    public void batch(String engine, int files, Duration took) {
        DistributionSummary.builder("svgym.scans.batch.files")
                .description("Files of one run of an engine")
                .tag(ENGINE, engine)
                .register(registry)
                .record(files);
        Timer.builder("svgym.scans.batch")
                .description("Time of one run of an engine")
                .tag(ENGINE, engine)
                .register(registry)
                .record(took);
    }

    @Override
    public void lost(String engine) {
        registry.counter("svgym.scans.batch.lost", ENGINE, engine).increment();
    }

    @Override
    public void retried(String engine) {
        registry.counter("svgym.scans.retried", ENGINE, engine).increment();
    }

    @Override
    public void queue(String engine, IntSupplier length) {
        Gauge.builder("svgym.scans.waiting", length::getAsInt)
                .description("Scans that wait for an engine")
                .tag(ENGINE, engine)
                .register(registry);
    }
}
