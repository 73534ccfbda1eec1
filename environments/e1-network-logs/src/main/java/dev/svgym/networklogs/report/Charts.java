package dev.svgym.networklogs.report;

import dev.svgym.environment.report.ReportFiles.Chart;
import dev.svgym.networklogs.report.Calibration.Bin;
import dev.svgym.networklogs.report.Risk.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The two drawings of a report. */
final class Charts {

    private static final int SIZE = 560;

    private Charts() {}

    /** Stated confidence across, share of right labels up; honest attempts lie on the line. */
    static Chart reliability(Calibration calibration) {
        List<Double> confidence = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        for (Bin bin : calibration.bins()) {
            if (bin.count() > 0) {
                confidence.add(bin.confidence() / bin.count());
                right.add(bin.right() / bin.count());
            }
        }
        XYChart chart = chart("Reliability", "stated confidence", "share of right labels");
        chart.addSeries("honest", new double[] {0, 1}, new double[] {0, 1})
                .setMarker(SeriesMarkers.NONE);
        if (!confidence.isEmpty()) {
            chart.addSeries("attempts", confidence, right)
                    .setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        }
        return drawn("reliability", chart);
    }

    /** Coverage across, share of wrong labels up; the curve ends where the labels do. */
    static Chart riskCoverage(Risk risk) {
        XYChart chart =
                chart("Risk and coverage", "coverage of all cases", "share of wrong labels");
        List<Point> points = thinned(risk.answered());
        if (points.isEmpty()) {
            // Nothing was answered: no point, but axes all the same.
            chart.addSeries("no labels", new double[] {0}, new double[] {0});
        } else {
            chart.addSeries(
                            "attempts",
                            points.stream().map(Point::coverage).toList(),
                            points.stream().map(Point::risk).toList())
                    .setMarker(points.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        }
        return drawn("risk-coverage", chart);
    }

    /** At most 200 points, the first and the last among them. */
    static List<Point> thinned(List<Point> points) {
        int most = 200;
        if (points.size() <= most) {
            return points;
        }
        List<Point> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(points.get((int) ((long) i * (points.size() - 1) / (most - 1))));
        }
        return some;
    }

    private static XYChart chart(String title, String across, String up) {
        XYChart chart =
                new XYChartBuilder()
                        .width(SIZE)
                        .height(SIZE)
                        .title(title)
                        .xAxisTitle(across)
                        .yAxisTitle(up)
                        .build();
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        return chart;
    }

    private static Chart drawn(String name, XYChart chart) {
        var svg = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
            return new Chart(
                    name,
                    svg.toString(StandardCharsets.UTF_8),
                    BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw " + name, e);
        }
    }
}
