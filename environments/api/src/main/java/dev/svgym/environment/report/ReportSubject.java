package dev.svgym.environment.report;

import java.time.Instant;

/**
 * What a report is about, as whoever asks for it says.
 *
 * @param time of the report
 */
public record ReportSubject(String run, String model, String dataset, Instant time) {}
