package dev.svgym.environment.imports;

import dev.svgym.environment.TaskReference.FromSet;
import dev.svgym.environment.generation.GeneratedTaskIds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names tasks of imported sets as generated ones are named, with the set in front.
 *
 * @param ids of the environment's generated tasks
 */
public record ImportedTaskIds(GeneratedTaskIds ids) {

    private static final Pattern FORM =
            Pattern.compile("imported-([a-z0-9][a-z0-9-]{0,31})-([0-9a-f]{32})");

    /** The id of a task. */
    public String of(FromSet place) {
        return "imported-" + place.set() + "-" + ids.scrambled(place.split(), place.index());
    }

    /** What an id names, if it is one of these. */
    public Optional<FromSet> read(String id) {
        Matcher form = FORM.matcher(id);
        return form.matches()
                ? ids.unscrambled(form.group(2))
                        .map(place -> new FromSet(form.group(1), place.split(), place.index()))
                : Optional.empty();
    }
}
