package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.Fault;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A way to violate a rule.
 *
 * @param rule id
 * @param places where it may be done
 * @param recipe does it
 */
record Injection(String rule, Places places, Recipe recipe) {

    /** Finds places in files without faults. */
    interface Places {
        List<Spot> in(List<BuildFile> files);
    }

    /** Draws a fault for one place. */
    interface Recipe {
        Optional<Injected> at(Site site);
    }

    /**
     * A place with what a recipe may look at.
     *
     * @param files without faults
     */
    record Site(String rule, Spot spot, List<BuildFile> files, RandomStream random) {

        String part() {
            return spot.part(files);
        }

        /**
         * A fault of one command of a {@code RUN}.
         *
         * @param trap what becomes of the faulty command
         */
        Optional<Injected> command(String faulty, UnaryOperator<String> trap) {
            return Optional.of(
                    new Injected(
                            spot.instructionFault(
                                    files,
                                    rule,
                                    "commands",
                                    Integer.toString(spot.part()),
                                    "words"),
                            spot,
                            spot.part(_ -> faulty),
                            spot.part(trap)));
        }

        /** A fault of the whole line. */
        Optional<Injected> line(Fault fault, UnaryOperator<Line> faulty, UnaryOperator<Line> trap) {
            return Optional.of(new Injected(fault, spot, spot.line(faulty), spot.line(trap)));
        }
    }

    /** An injection into commands that begin with something. */
    static Injection ofCommands(
            String rule,
            List<String> beginnings,
            BiFunction<Site, String, Optional<Injected>> recipe) {
        return new Injection(
                rule,
                files ->
                        Spots.parts(
                                files,
                                "RUN",
                                command -> beginnings.stream().anyMatch(command::startsWith)),
                site -> recipe.apply(site, site.part()));
    }
}
