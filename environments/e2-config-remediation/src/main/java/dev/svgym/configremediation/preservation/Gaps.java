package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.model.PartialText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds what stood in a text where expressions stand now, if all else in it is as it was. */
final class Gaps {

    private static final int MOST = 8;
    private static final int LONGEST = 200;

    private final String before;
    private final PartialText after;
    private final List<String> known;

    private Gaps(PartialText before, PartialText after) {
        this.before = before.written();
        this.after = after;
        this.known = before.expressions();
    }

    /**
     * A part of the text.
     *
     * @param stood there before, without blanks and quotes
     * @param behind what stands in front of it
     * @param expression that stands there now
     */
    record Gap(String stood, String behind, String expression) {}

    /**
     * How a position is reached.
     *
     * @param from the position that the one before reached
     * @param gap empty where the expression was there before
     */
    private record Step(int from, Optional<Gap> gap) {}

    /** Absent where there are none, where more changed than that, and where either is no text. */
    static Optional<List<Gap>> between(JsonNode before, JsonNode after) {
        Optional<PartialText> is = PartialText.of(after);
        Optional<PartialText> was =
                PartialText.of(before)
                        .flatMap(text -> alike(text, is.isPresent() && is.get().encoded()));
        return is.isPresent() && was.isPresent()
                ? new Gaps(was.get(), is.get()).find().filter(gaps -> !gaps.isEmpty())
                : Optional.empty();
    }

    private static Optional<PartialText> alike(PartialText text, boolean encoded) {
        return text.encoded() == encoded ? Optional.of(text) : text.decoded().filter(_ -> encoded);
    }

    private Optional<List<Gap>> find() {
        List<String> expressions = after.expressions();
        long come = expressions.stream().filter(each -> !known.contains(each)).count();
        String start = after.literals().getFirst();
        if (come > MOST || expressions.size() > known.size() + MOST || !before.startsWith(start)) {
            return Optional.empty();
        }
        List<Map<Integer, Step>> reached = new ArrayList<>();
        reached.add(Map.of(start.length(), new Step(0, Optional.empty())));
        for (int i = 0; i < expressions.size(); i++) {
            Map<Integer, Step> next = new HashMap<>();
            for (int from : reached.getLast().keySet()) {
                step(i, from, next);
            }
            reached.add(next);
        }
        return reached.getLast().containsKey(before.length())
                ? Optional.of(way(reached))
                : Optional.empty();
    }

    private void step(int number, int from, Map<Integer, Step> next) {
        String expression = after.expressions().get(number);
        String same = "${" + expression + "}";
        if (known.contains(expression) && before.startsWith(same, from)) {
            reach(number, from + same.length(), new Step(from, Optional.empty()), next);
        }
        int most = Math.min(before.length(), from + LONGEST);
        for (int end = from + 1; end <= most && mayStand(before.charAt(end - 1)); end++) {
            var gap =
                    new Gap(before.substring(from, end), after.literals().get(number), expression);
            reach(number, end, new Step(from, Optional.of(gap)), next);
        }
    }

    private void reach(int number, int at, Step step, Map<Integer, Step> next) {
        String literal = after.literals().get(number + 1);
        if (before.startsWith(literal, at)) {
            next.putIfAbsent(at + literal.length(), step);
        }
    }

    private static boolean mayStand(char c) {
        return !Character.isWhitespace(c) && "\"'`;|".indexOf(c) < 0;
    }

    private List<Gap> way(List<Map<Integer, Step>> reached) {
        List<Gap> gaps = new ArrayList<>();
        int at = before.length();
        for (int i = reached.size() - 1; i > 0; i--) {
            Step step = reached.get(i).get(at);
            if (step == null) {
                throw new IllegalStateException("no way leads to " + at);
            }
            step.gap().ifPresent(gaps::add);
            at = step.from();
        }
        Collections.reverse(gaps);
        return List.copyOf(gaps);
    }
}
