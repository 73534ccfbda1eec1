package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The files of a subject as Semgrep reads them.
 *
 * @param byFile text by the path that the agent calls the file
 */
record SubjectTexts(Subject subject, SortedMap<String, String> byFile) {

    /** Whether there are rules for the text of a kind. */
    static boolean areThereFor(ConfigKind kind) {
        return kind.language().isPresent();
    }

    static SubjectTexts of(Subject subject) {
        return new SubjectTexts(subject, subject.kind().texts(subject.files(), subject.config()));
    }

    /** In the order of the files, under names by which Semgrep knows what they are. */
    List<TextTarget> targets() {
        String language =
                subject.kind()
                        .language()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there are no rules for the text of "
                                                + subject.kind().label()));
        List<TextTarget> targets = new ArrayList<>();
        for (String text : byFile.values()) {
            targets.add(
                    new TextTarget("f%s.%s".formatted(targets.size(), language), language, text));
        }
        return targets;
    }

    /** What stands where in them. */
    Places places() {
        return subject.kind().places(byFile, subject.config());
    }
}
