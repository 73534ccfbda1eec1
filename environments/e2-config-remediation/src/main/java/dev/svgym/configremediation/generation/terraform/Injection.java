package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.Fault;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to violate a rule.
 *
 * @param rule id
 * @param types of the blocks in which it may be done
 * @param recipe does it
 */
record Injection(String rule, Set<String> types, Recipe recipe) {

    /** Draws a fault for one block. */
    interface Recipe {
        Optional<Injected> at(Site site);
    }

    List<Spot> places(Project project) {
        return project.blocks(block -> types.contains(block.type()));
    }

    /**
     * A block with what a recipe may look at.
     *
     * @param project without faults
     */
    record Site(String rule, Spot spot, Project project, RandomStream random) {

        HclBlock block() {
            return project.block(spot).orElseThrow();
        }

        /** A fault of the block. */
        Fault fault(List<String> path) {
            return spot.fault(project, rule, path);
        }

        /** Another value for a setting, wherever it has its value. */
        Injected wrong(Fault fault, Seat seat, String value, String tempting) {
            return new Injected(
                    fault,
                    seat.spot(),
                    seat.path(),
                    seat.put(value),
                    Temptations.draw(spot, seat, tempting, random));
        }

        /** A setting that is left out of the block. */
        Injected missing(List<String> path, String tempting) {
            return new Injected(
                    fault(path),
                    spot,
                    path,
                    spot.drop(path),
                    Temptations.draw(spot, new Seat(spot, path, ""), tempting, random));
        }
    }
}
