package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Place;
import dev.svgym.configremediation.model.Places;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.configremediation.scanner.TextReport.Match;
import dev.svgym.configremediation.scanner.TextReport.OfTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Turns matches in texts into violations of objects. */
final class TextViolations {

    private final TextRules rules;

    TextViolations(TextRules rules) {
        this.rules = rules;
    }

    /** Whether there are rules for the text of a kind. */
    static boolean areThereFor(ConfigKind kind) {
        return kind.language().isPresent();
    }

    /** The files of a subject, in its order, under names by which Semgrep knows what they are. */
    static List<TextTarget> targets(Subject subject) {
        String language =
                subject.kind()
                        .language()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there are no rules for the text of "
                                                + subject.kind().label()));
        List<TextTarget> targets = new ArrayList<>();
        for (String text : texts(subject).values()) {
            targets.add(
                    new TextTarget("f%s.%s".formatted(targets.size(), language), language, text));
        }
        return targets;
    }

    private static SortedMap<String, String> texts(Subject subject) {
        return subject.kind().texts(subject.files(), subject.config());
    }

    /**
     * Violations of a subject.
     *
     * @param read what became of each of its files, in order
     * @throws LostBatchException where a file was not read
     */
    Scanned of(Subject subject, List<OfTarget> read) throws LostBatchException {
        if (read.stream().allMatch(TextViolations::isClean)) {
            return new Scanned(List.of());
        }
        List<Violation> violations = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        SortedMap<String, String> texts = texts(subject);
        Places places = subject.kind().places(texts, subject.config());
        int i = 0;
        for (var file : texts.entrySet()) {
            switch (read.get(i++)) {
                case OfTarget.Unread(var why) ->
                        throw new LostBatchException(
                                "%s was not read: %s".formatted(file.getKey(), why), false);
                case OfTarget.Read(var matches) when matches.isEmpty() -> {}
                case OfTarget.Read(var matches) -> {
                    byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
                    for (Match match : matches) {
                        Optional<Place> place =
                                places.at(file.getKey(), codePoints(text, match.offset()));
                        if (place.isPresent()
                                && seen.add(
                                        List.of(
                                                match.rule(),
                                                place.get().object(),
                                                place.get().path()))) {
                            violations.add(violation(match, place.get()));
                        }
                    }
                }
            }
        }
        violations.sort(Violation.ORDER);
        return new Scanned(violations);
    }

    private static boolean isClean(OfTarget target) {
        return target instanceof OfTarget.Read(var matches) && matches.isEmpty();
    }

    private Violation violation(Match match, Place place) throws LostBatchException {
        List<String> path = place.path();
        List<String> element =
                switch (rules.element(match.rule())) {
                    case VALUE -> path;
                    case ENTRY -> path.subList(0, path.size() - 1);
                };
        return new Violation(
                match.rule(),
                place.object(),
                place.resource(),
                path,
                element,
                place.pod(),
                match.message());
    }

    private static int codePoints(byte[] text, int bytes) throws LostBatchException {
        if (bytes < 0 || bytes > text.length) {
            throw new LostBatchException("a match lies outside its file", false);
        }
        String before = new String(text, 0, bytes, StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length());
    }
}
