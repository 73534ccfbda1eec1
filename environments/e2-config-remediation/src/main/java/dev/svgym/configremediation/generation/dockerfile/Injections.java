package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.FaultDraws;
import dev.svgym.configremediation.generation.dockerfile.Injection.Site;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every way to put a fault into a Dockerfile. */
final class Injections {

    private static final List<Injection> ALL =
            Stream.of(CommandInjections.ALL, ImageInjections.ALL).flatMap(List::stream).toList();

    /** Rules that can be violated. */
    static final Set<String> RULES =
            ALL.stream().map(Injection::rule).collect(Collectors.toCollection(TreeSet::new));

    /** Rules for {@code ood} alone. */
    static final Set<String> ONLY_SHIFTED = Set.of("DF-INSECURE-RUN", "DF-TLS-VERIFY-ENV");

    private Injections() {}

    /**
     * Draws faults.
     *
     * @param clean the files without them
     */
    static FaultDraws<Injection, Injected> of(List<BuildFile> clean, RandomStream random) {
        return new FaultDraws<>(
                rule -> ALL.stream().filter(one -> one.rule().equals(rule)).toList(),
                way -> {
                    List<Spot> places = way.places().in(clean);
                    return places.isEmpty()
                            ? Optional.empty()
                            : way.recipe()
                                    .at(new Site(way.rule(), random.oneOf(places), clean, random));
                },
                Injected::clashesWith,
                random);
    }
}
