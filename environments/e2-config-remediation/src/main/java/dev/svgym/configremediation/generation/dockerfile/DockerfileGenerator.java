package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.generation.Draft;
import dev.svgym.configremediation.generation.Fault;
import dev.svgym.configremediation.generation.Help;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.Layout;
import dev.svgym.configremediation.generation.RulesInForce;
import dev.svgym.configremediation.generation.RulesInForce.Share;
import dev.svgym.configremediation.generation.Stratum;
import dev.svgym.configremediation.generation.TaskGenerator;
import dev.svgym.configremediation.generation.Vocabulary;
import dev.svgym.configremediation.preservation.Intent;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Draws Dockerfile tasks: clean builds, faults put into them, and the texts of both. */
public final class DockerfileGenerator implements TaskGenerator {

    private static final String KIND = "dockerfile";
    private static final int FEWEST_LINES = 8;
    private static final int MOST_LINES = 300;
    private static final int EXEMPTION_PERCENT = 12;
    private static final int SEVERAL_FILES_PERCENT = 35;

    private final RulesInForce rulesInForce;

    /**
     * @param catalogue whose rules may be in force
     */
    public DockerfileGenerator(Catalogue catalogue) {
        this.rulesInForce =
                new RulesInForce(
                        catalogue,
                        KIND,
                        Injections.RULES,
                        Injections.ONLY_SHIFTED,
                        List.of(
                                new Share(55, "df-image"),
                                new Share(65, "df-build"),
                                new Share(72, "df-text")),
                        4);
    }

    @Override
    public String version() {
        return "e2-dockerfile-generator/2";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Draft> draw(RandomStream random, boolean shifted) {
        Archetype archetype = random.oneOf(shifted ? Archetype.SHIFTED : Archetype.USUAL);
        List<BuildFile> clean = files(archetype, random, shifted);
        List<String> decoys = new ArrayList<>();
        clean = Decoys.put(clean, decoys, random);
        Set<String> rules = rulesInForce.draw(random, shifted);
        Set<String> exemptions = new TreeSet<>();
        if (random.percent(EXEMPTION_PERCENT)) {
            Optional<Injected> exempt = Injections.of(clean, random).one(rules);
            if (exempt.isPresent()) {
                clean = exempted(exempt.get(), random).on(exempt.get().put().on(clean));
                exemptions.add(exempt.get().fault().rule());
                rules.removeAll(exemptions);
            }
        }
        Help help = Help.draw(random);
        List<String> shownRules = help.shown(rules, random);
        int target = Stratum.drawViolations(random);
        List<Injected> injected =
                Injections.of(clean, random)
                        .some(
                                target,
                                rules,
                                shifted ? Injections.ONLY_SHIFTED : Set.of(),
                                List.of());
        if (injected.isEmpty() && target > 0) {
            return Optional.empty();
        }
        Hint hint = injected.isEmpty() ? Hint.NONE : Hint.draw(random);
        Texts texts = Texts.of(clean, injected, random);
        int lines = texts.lines();
        if (lines < FEWEST_LINES || lines > MOST_LINES) {
            return Optional.empty();
        }
        List<Fault> faults = injected.stream().map(Injected::fault).toList();
        return Optional.of(
                new Draft(
                        texts.files(texts.shown()),
                        texts.files(clean),
                        faults,
                        texts.traps(random),
                        List.copyOf(rules),
                        shownRules,
                        Intent.NONE,
                        texts.hints(hint),
                        new Draft.Traits(
                                archetype.text(),
                                clean.size() == 1 ? Layout.SINGLE_DOCUMENT : Layout.MULTI_FILE,
                                help,
                                hint,
                                decoys,
                                List.copyOf(exemptions),
                                false,
                                lines)));
    }

    /** Says at the line that somebody has accepted it. */
    private static Edit exempted(Injected exempt, RandomStream random) {
        if (exempt.spot().line() == Spot.BASE) {
            return files -> files;
        }
        String remark = exempt.fault().accepted("the base moves", random);
        return exempt.spot().line(line -> line.remarked(remark));
    }

    /** One file, or one of each of two services. */
    private static List<BuildFile> files(
            Archetype archetype, RandomStream random, boolean shifted) {
        Vocabulary words = shifted ? Vocabulary.SHIFTED : Vocabulary.USUAL;
        var scene = new Scene(random, words);
        BuildFile first = archetype.draw(scene);
        if (!random.percent(SEVERAL_FILES_PERCENT)) {
            return List.of(
                    random.percent(80)
                            ? first
                            : first.at("build/" + scene.service + ".dockerfile"));
        }
        Archetype other = random.oneOf(shifted ? Archetype.SHIFTED : Archetype.USUAL);
        var second = new Scene(random, words);
        return List.of(
                first.at(scene.service + "/Dockerfile"),
                other.draw(second).at(second.service + "-worker/Dockerfile"));
    }
}
