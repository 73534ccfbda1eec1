package dev.svgym.server.problems;

/** What a caller sent, short enough to be shown back. */
public final class Excerpt {

    private static final int LENGTH = 120;

    private Excerpt() {}

    public static String of(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "...";
    }
}
