package dev.svgym.configremediation.generation.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds places in the files of a task. */
final class Spots {

    private Spots() {}

    static List<Spot> stages(List<BuildFile> files) {
        List<Spot> spots = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            for (int stage = 0; stage < files.get(file).stages().size(); stage++) {
                spots.add(new Spot(file, stage, Spot.BASE, Spot.WHOLE));
            }
        }
        return spots;
    }

    /** The last stage of each file. */
    static List<Spot> images(List<BuildFile> files) {
        return stages(files).stream()
                .filter(spot -> spot.stage() == files.get(spot.file()).stages().size() - 1)
                .toList();
    }

    static List<Spot> lines(List<BuildFile> files, Predicate<Line> condition) {
        List<Spot> spots = new ArrayList<>();
        for (Spot spot : stages(files)) {
            List<Line> lines = spot.stage(files).lines();
            for (int line = 0; line < lines.size(); line++) {
                if (condition.test(lines.get(line))) {
                    spots.add(new Spot(spot.file(), spot.stage(), line, Spot.WHOLE));
                }
            }
        }
        return spots;
    }

    static List<Spot> parts(List<BuildFile> files, String keyword, Predicate<String> condition) {
        List<Spot> spots = new ArrayList<>();
        for (Spot spot : lines(files, line -> line.is(keyword))) {
            List<String> parts = spot.line(files).parts();
            for (int part = 0; part < parts.size(); part++) {
                if (condition.test(parts.get(part))) {
                    spots.add(new Spot(spot.file(), spot.stage(), spot.line(), part));
                }
            }
        }
        return spots;
    }
}
