package dev.svgym.configremediation.dockerfile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of a substitution, of letters, digits and a few signs, with {@code *} and {@code ?}. */
final class ShellPattern {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:@+~=,*? -]{0,100}");

    private ShellPattern() {}

    /** Whether this reads it; others are too much for a bounded match. */
    static boolean isPlain(String pattern) {
        return PLAIN.matcher(pattern).matches()
                && pattern.chars().filter(c -> c == '*').count() <= 2;
    }

    static boolean isLiteral(String text) {
        return text.indexOf('$') < 0 && text.indexOf('\\') < 0;
    }

    static String replace(String value, String pattern, String by, boolean all) {
        Matcher matcher = regex(pattern, true).matcher(value);
        return all ? matcher.replaceAll(by) : matcher.replaceFirst(by);
    }

    static String withoutPrefix(String value, String pattern, boolean longest) {
        Matcher matcher = regex(pattern, longest).matcher(value);
        return matcher.lookingAt() ? value.substring(matcher.end()) : value;
    }

    static String withoutSuffix(String value, String pattern, boolean longest) {
        Pattern whole = regex(pattern, longest);
        for (int i = 0; i <= value.length(); i++) {
            int start = longest ? i : value.length() - i;
            if (whole.matcher(value).region(start, value.length()).matches()) {
                return value.substring(0, start);
            }
        }
        return value;
    }

    private static Pattern regex(String pattern, boolean longest) {
        var regex = new StringBuilder();
        pattern.chars()
                .forEach(c -> {
                    switch (c) {
                        case '*' -> regex.append(longest ? ".*" : ".*?");
                        case '?' -> regex.append('.');
                        default -> regex.append(Pattern.quote(Character.toString(c)));
                    }
                });
        return Pattern.compile(regex.toString());
    }
}
