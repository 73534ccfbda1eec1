package dev.svgym.configremediation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Looks for what makes a backtracking matcher take exponential time: a repeated group that holds a repetition. */
final class Repetitions {

    private Repetitions() {}

    static boolean areNested(String regex) {
        Deque<Boolean> open = new ArrayDeque<>();
        boolean repeats = false;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = endOfClass(regex, i);
                case '(' -> {
                    open.push(repeats);
                    repeats = false;
                }
                case ')' -> {
                    boolean repeated = i + 1 < regex.length() && repeats(regex, i + 1);
                    if (repeats && repeated) {
                        return true;
                    }
                    repeats = open.pop() || repeats || repeated;
                }
                default -> repeats = repeats || repeats(regex, i);
            }
        }
        return false;
    }

    /** A fixed count or an option is no repetition that could be cut in several ways. */
    private static boolean repeats(String regex, int at) {
        return switch (regex.charAt(at)) {
            case '*', '+' -> true;
            case '{' -> regex.substring(at, regex.indexOf('}', at)).contains(",");
            default -> false;
        };
    }

    private static int endOfClass(String regex, int at) {
        int i = at + 1;
        if (regex.charAt(i) == '^') {
            i++;
        }
        for (i++; regex.charAt(i) != ']'; i++) {
            if (regex.charAt(i) == '\\') {
                i++;
            }
        }
        return i;
    }
}
