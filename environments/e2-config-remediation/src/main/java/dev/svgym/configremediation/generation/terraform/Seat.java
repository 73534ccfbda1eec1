package dev.svgym.configremediation.generation.terraform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a setting really has its value: in the block itself, in the default of a variable, in a local, or in the call of
 * the module.
 *
 * @param value the expression
 */
record Seat(Spot spot, List<String> path, String value) {

    private static final Pattern NAME = Pattern.compile("(var|local)\\.([a-z0-9_]+)");

    Seat {
        path = List.copyOf(path);
    }

    /** Follows names from a setting on. */
    static Optional<Seat> of(Project project, Spot spot, List<String> path) {
        return project.block(spot)
                .flatMap(block -> block.value(path))
                .flatMap(value -> followed(project, new Seat(spot, path, value)));
    }

    private static Optional<Seat> followed(Project project, Seat seat) {
        var name = NAME.matcher(seat.value());
        if (!name.matches()) {
            return Optional.of(seat);
        }
        int folder = seat.spot().folder();
        if (name.group(1).equals("local")) {
            return of(project, new Spot(folder, HclBlock.LOCALS), List.of(name.group(2)));
        }
        String call = project.folders().get(folder).call();
        Optional<Seat> given =
                call.isEmpty()
                        ? Optional.empty()
                        : of(project, new Spot(0, "module." + call), List.of(name.group(2)));
        return given.isPresent()
                ? given
                : of(project, new Spot(folder, "var." + name.group(2)), List.of("default"));
    }

    Edit put(String changed) {
        return spot.put(path, changed);
    }

    /** Whether the block of the setting holds it, so that it can be left out there. */
    boolean isIn(Spot block) {
        return spot.equals(block);
    }
}
