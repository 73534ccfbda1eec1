package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.Draft.Trap;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.terraform.Folder.Placed;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of one task.
 *
 * @param directory of the project; empty or ending in a slash
 * @param shown with the faults
 */
record Texts(Style style, String directory, Project clean, List<Injected> injected, Project shown) {

    private static final List<String> SUPPRESSIONS =
            List.of(
                    "#checkov:skip=CKV_AWS_18:accepted",
                    "# tfsec:ignore:aws-s3-enable-versioning",
                    "#trivy:ignore:AVD-AWS-0089",
                    "# nosemgrep",
                    "#ts:skip=AC_AWS_0214 accepted");

    static Texts of(Project clean, List<Injected> injected, RandomStream random) {
        Project faulty = clean;
        for (Injected one : injected) {
            faulty = one.put().on(faulty);
        }
        String directory =
                random.percent(65)
                        ? ""
                        : random.oneOf(List.of("infra/", "terraform/", "stacks/prod/"));
        return new Texts(Style.draw(random), directory, clean, injected, faulty);
    }

    /** All files of the task; one whose blocks are all gone is empty. */
    SortedMap<String, String> files(Project project) {
        SortedMap<String, String> texts = new TreeMap<>();
        writers(shown).keySet().forEach(path -> texts.put(path, ""));
        writers(project).forEach((path, writer) -> texts.put(path, writer.text()));
        return texts;
    }

    int lines() {
        return writers(shown).values().stream().mapToInt(FileWriter::lines).sum();
    }

    private Map<String, FileWriter> writers(Project project) {
        Map<String, FileWriter> writers = new LinkedHashMap<>();
        for (Folder folder : project.folders()) {
            for (Placed placed : folder.blocks()) {
                writers.computeIfAbsent(path(folder, placed), _ -> new FileWriter(style))
                        .top(placed.block());
            }
        }
        return writers;
    }

    private String path(Folder folder, Placed placed) {
        return directory
                + (folder.path().isEmpty() ? "" : folder.path() + "/")
                + style.file(placed.topic(), placed.block());
    }

    /** Repairs that must fail. */
    List<Trap> traps(RandomStream random) {
        List<Trap> traps = new ArrayList<>();
        traps.add(new Trap("deletion of a resource", files(deletion(random))));
        SortedMap<String, String> suppressed = files(shown);
        String mark = random.oneOf(SUPPRESSIONS) + "\n";
        suppressed.replaceAll((_, text) -> text.replaceAll("(?m)^(?=resource )", mark));
        traps.add(new Trap("suppression by a remark", suppressed));
        for (Injected one : injected) {
            traps.add(
                    new Trap(
                            "wrong repair of " + one.fault().rule(),
                            files(one.trap().on(one.put().on(clean)))));
        }
        return traps;
    }

    /** Takes a resource away, the faulty one where one is. */
    private Project deletion(RandomStream random) {
        List<Spot> all = shown.spots(_ -> true);
        List<Spot> near =
                all.stream()
                        .filter(spot ->
                                injected.stream()
                                        .anyMatch(one ->
                                                spot.fault(shown, "", List.of())
                                                        .object()
                                                        .equals(one.fault().object())))
                        .toList();
        return random.oneOf(near.isEmpty() ? all : near).removed().on(shown);
    }

    /** What the prompt tells of the faults. */
    List<String> hints(Hint hint) {
        return injected.stream()
                .flatMap(one -> hint.of(one.fault().rule(), () -> place(one)).stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** Where the setting is, or the block that lacks it. */
    private String place(Injected one) {
        Folder folder = shown.folders().get(one.spot().folder());
        String object = one.fault().object();
        String id =
                folder.block(one.spot().id()).isPresent()
                        ? one.spot().id()
                        : object.substring(folder.object("").length());
        Placed placed =
                folder.blocks().stream()
                        .filter(each -> each.block().id().equals(id))
                        .findFirst()
                        .orElseThrow();
        String file = path(folder, placed);
        SortedMap<String, Integer> lines =
                Objects.requireNonNull(writers(shown).get(file)).lineOf();
        String path = id + String.join("", one.path().stream().map(step -> "/" + step).toList());
        path = path.replace("#0/", "/");
        while (!lines.containsKey(path)) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return "%s, line %s".formatted(file, lines.get(path));
    }
}
