package dev.svgym.environment;

import java.nio.charset.StandardCharsets;

/**
 * Text that any UTF-8 writer takes. Messages quote what agents and callers sent, and JSON lets them send half a
 * surrogate pair, at which a writer of JSON fails after the verdict is made.
 */
public final class WellFormed {

    private WellFormed() {}

    /** The text, with a question mark in place of each surrogate that stands alone. */
    public static String text(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
