package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.generation.Draft;
import dev.svgym.configremediation.generation.Fault;
import dev.svgym.configremediation.generation.Help;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.Layout;
import dev.svgym.configremediation.generation.RulesInForce;
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

/** Draws Terraform tasks: clean projects, faults put into them, and the texts of both. */
public final class TerraformGenerator implements TaskGenerator {

    private static final String KIND = "terraform";
    private static final int FEWEST_LINES = 12;
    private static final int MOST_LINES = 400;
    private static final int EXEMPTION_PERCENT = 12;
    private static final int MODULE_PERCENT = 25;
    private static final int PREAMBLE_PERCENT = 40;
    private static final int ONE_PROVIDER_PERCENT = 70;

    private final RulesInForce rulesInForce;

    /**
     * @param catalogue whose rules may be in force
     */
    public TerraformGenerator(Catalogue catalogue) {
        this.rulesInForce =
                new RulesInForce(
                        catalogue, KIND, Injections.RULES, Injections.ONLY_SHIFTED, List.of(), 12);
    }

    @Override
    public String version() {
        return "e2-terraform-generator/1";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Draft> draw(RandomStream random, boolean shifted) {
        Archetype archetype = random.oneOf(shifted ? Archetype.SHIFTED : Archetype.USUAL);
        var scene = new Scene(random, shifted ? Vocabulary.SHIFTED : Vocabulary.USUAL);
        archetype.blocks().accept(scene);
        Project clean = scene.project();
        if (random.percent(PREAMBLE_PERCENT)) {
            clean = Preamble.before(clean, archetype.provider(), scene);
        }
        if (random.percent(MODULE_PERCENT)) {
            clean = LocalModules.extracted(clean, random);
        }
        clean = Indirections.put(clean, random);
        List<String> decoys = new ArrayList<>();
        clean = Decoys.put(clean, decoys, random);
        Set<String> rules = rulesInForce.draw(random, shifted);
        if (random.percent(ONE_PROVIDER_PERCENT)) {
            rules.removeIf(archetype::isForeign);
        }
        Set<String> exemptions = new TreeSet<>();
        List<Injected> accepted = new ArrayList<>();
        if (random.percent(EXEMPTION_PERCENT)) {
            Optional<Injected> exempt = Injections.of(clean, random).one(rules);
            if (exempt.isPresent()) {
                clean = exempted(exempt.get(), random).on(exempt.get().put().on(clean));
                accepted.add(exempt.get());
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
                                accepted);
        if (injected.isEmpty() && target > 0) {
            return Optional.empty();
        }
        Hint hint = injected.isEmpty() ? Hint.NONE : Hint.draw(random);
        Texts texts = Texts.of(clean, injected, random);
        int lines = texts.lines();
        if (lines < FEWEST_LINES || lines > MOST_LINES) {
            return Optional.empty();
        }
        var files = texts.files(texts.shown());
        List<Fault> faults = injected.stream().map(Injected::fault).toList();
        return Optional.of(
                new Draft(
                        files,
                        texts.files(clean),
                        faults,
                        texts.traps(random),
                        List.copyOf(rules),
                        shownRules,
                        Intent.NONE,
                        texts.hints(hint),
                        new Draft.Traits(
                                archetype.text(),
                                files.size() == 1 ? Layout.SINGLE_DOCUMENT : Layout.MULTI_FILE,
                                help,
                                hint,
                                decoys,
                                List.copyOf(exemptions),
                                false,
                                lines)));
    }

    /** Says at the block that somebody has accepted it. */
    private static Edit exempted(Injected exempt, RandomStream random) {
        String remark = exempt.fault().accepted("the migration is over", random);
        return exempt.spot().change(block -> block.remarked(remark));
    }
}
