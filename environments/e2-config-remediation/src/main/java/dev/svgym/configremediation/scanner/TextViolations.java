package dev.svgym.configremediation.scanner;

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

/** Turns matches in texts into violations of objects. */
final class TextViolations {

    private final TextRules rules;

    TextViolations(TextRules rules) {
        this.rules = rules;
    }

    /**
     * Violations of a subject.
     *
     * @param read what became of each of its texts, in order
     * @throws LostBatchException where a file was not read
     */
    Scanned of(SubjectTexts texts, List<OfTarget> read) throws LostBatchException {
        if (read.stream().allMatch(TextViolations::isClean)) {
            return new Scanned(List.of());
        }
        List<Violation> violations = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        Places places = texts.places();
        int i = 0;
        for (var file : texts.byFile().entrySet()) {
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
