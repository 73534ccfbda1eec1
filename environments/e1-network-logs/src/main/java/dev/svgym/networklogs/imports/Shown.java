package dev.svgym.networklogs.imports;

/** A piece of a file as a message may quote it. */
final class Shown {

    private static final int MOST = 60;

    private Shown() {}

    static String of(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= MOST ? plain : plain.substring(0, MOST) + "...";
    }
}
