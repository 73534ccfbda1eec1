package dev.svgym.environment.imports;

/** A piece of a file as a message may quote it. */
public final class Shown {

    /** Stands for bytes that are not in the encoding of a source. */
    public static final char UNDECODABLE = '\uFFFD';

    /** Characters of a sentence that somebody else wrote. */
    public static final int LONG = 240;

    private static final int MOST = 60;

    private Shown() {}

    /** At most 60 characters of a text. */
    public static String of(String text) {
        return of(text, MOST);
    }

    /** At most so many characters of a text. */
    public static String of(String text, int most) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= most ? plain : plain.substring(0, most) + "...";
    }
}
