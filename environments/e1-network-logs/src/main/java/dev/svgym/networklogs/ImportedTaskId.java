package dev.svgym.networklogs;

import dev.svgym.environment.Split;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the task of an imported set as generated ones are named, with the set in front. */
record ImportedTaskId(String set, Split split, long index) {

    private static final Pattern FORM =
            Pattern.compile("imported-([a-z0-9][a-z0-9-]{0,31})-([0-9a-f]{32})");

    String text() {
        return "imported-" + set + "-" + GeneratedSplits.IDS.scrambled(split, index);
    }

    /** The name that a text is, if it is one. */
    static Optional<ImportedTaskId> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? GeneratedSplits.IDS
                        .unscrambled(form.group(2))
                        .map(place ->
                                new ImportedTaskId(form.group(1), place.split(), place.index()))
                : Optional.empty();
    }
}
