package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.Draft.Trap;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.dockerfile.FileWriter.Written;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of one task.
 *
 * @param styles of the files
 * @param shown with the faults
 */
record Texts(
        List<Style> styles, List<BuildFile> clean, List<Injected> injected, List<BuildFile> shown) {

    private static final List<String> SUPPRESSIONS =
            List.of(
                    "# nosemgrep",
                    "# hadolint ignore=DL3002,DL3007,DL3020",
                    "# trivy:ignore:DS-0002",
                    "# checkov:skip=CKV_DOCKER_3:accepted");

    static Texts of(List<BuildFile> clean, List<Injected> injected, RandomStream random) {
        List<Style> styles = new ArrayList<>();
        Style usual = Style.draw(random);
        clean.forEach(_ -> styles.add(random.percent(75) ? usual : Style.draw(random)));
        List<BuildFile> faulty = clean;
        for (Injected one : injected) {
            faulty = one.put().on(faulty);
        }
        return new Texts(List.copyOf(styles), clean, injected, faulty);
    }

    SortedMap<String, String> files(List<BuildFile> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            texts.put(files.get(i).path(), written(files, i).text());
        }
        return texts;
    }

    int lines() {
        int lines = 0;
        for (int i = 0; i < shown.size(); i++) {
            lines += written(shown, i).lines();
        }
        return lines;
    }

    /** Repairs that must fail. */
    List<Trap> traps(RandomStream random) {
        List<Trap> traps = new ArrayList<>();
        traps.add(new Trap("deletion of an instruction", files(deletion(random))));
        SortedMap<String, String> suppressed = files(shown);
        String mark = random.oneOf(SUPPRESSIONS) + "\n";
        suppressed.replaceAll((_, text) -> text.replaceFirst("(?m)^(?i)(?=FROM )", mark));
        traps.add(new Trap("suppression by a remark", suppressed));
        for (Injected one : injected) {
            traps.add(
                    new Trap(
                            "wrong repair of " + one.fault().rule(),
                            files(one.trap().on(one.put().on(clean)))));
        }
        return traps;
    }

    /** Takes a command or a copy away, in the stage that is faulty where one is. */
    private List<BuildFile> deletion(RandomStream random) {
        List<Spot> all =
                Spots.lines(shown, line -> line.is("RUN") || line.is("COPY") || line.is("ADD"));
        List<Spot> near =
                injected.isEmpty()
                        ? all
                        : all.stream()
                                .filter(spot ->
                                        spot.file() == injected.getFirst().spot().file()
                                                && spot.stage()
                                                        == injected.getFirst().spot().stage())
                                .toList();
        return random.oneOf(near.isEmpty() ? all : near).line(Line::leftOut).on(shown);
    }

    /** What the prompt tells of the faults. */
    List<String> hints(Hint hint) {
        Map<Spot, Integer> lines = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            lines.putAll(written(shown, i).lineOf());
        }
        return injected.stream()
                .flatMap(one ->
                        hint
                                .of(
                                        one.fault().rule(),
                                        () ->
                                                "%s, line %s"
                                                        .formatted(
                                                                shown.get(one.spot().file()).path(),
                                                                lines.get(one.spot())))
                                .stream())
                .sorted()
                .distinct()
                .toList();
    }

    private Written written(List<BuildFile> files, int index) {
        return FileWriter.write(files.get(index), index, styles.get(index));
    }
}
