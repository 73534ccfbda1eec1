package dev.svgym.configremediation.model;

/** Hostile text as a message may show it: short, on one line and in ASCII. */
public final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    public static String of(String text) {
        var shown = new StringBuilder("\"");
        text.codePoints()
                .limit(LONGEST)
                .forEach(point -> {
                    if (point < ' ' || point > '~') {
                        shown.append("U+%04X".formatted(point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                });
        boolean whole =
                text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST;
        return shown.append(whole ? "\"" : "\"...").toString();
    }
}
