package dev.svgym.configremediation.generation.terraform;

import dev.svgym.environment.generation.RandomStream;
import java.util.List;

/** Repairs of one fault that look like some and are none. */
final class Temptations {

    private Temptations() {}

    /**
     * One of them, on top of the fault.
     *
     * @param block that the scan reports
     * @param seat of the faulty value
     * @param tempting a value that looks right and is not
     */
    static Edit draw(Spot block, Seat seat, String tempting, RandomStream random) {
        String name = "secure_" + seat.path().getLast();
        return switch (random.below(4)) {
            case 0 -> seat.put("var." + name).then(undeclared(seat, name));
            case 1 -> block.put(List.of("count"), "0");
            case 2 -> ignored(block, seat);
            default -> seat.put(tempting);
        };
    }

    /** A variable that nobody gives a value. */
    private static Edit undeclared(Seat seat, String name) {
        return Indirections.added(
                seat.spot().folder(),
                Topics.VARIABLES,
                HclBlock.top("variable", name).with(List.of("type"), "any"));
    }

    /** Tells Terraform to leave the setting as it is. */
    private static Edit ignored(Spot block, Seat seat) {
        String attribute = seat.path().getFirst().replaceFirst("#.*", "");
        return block.put(List.of("lifecycle", "ignore_changes"), "[" + attribute + "]");
    }
}
