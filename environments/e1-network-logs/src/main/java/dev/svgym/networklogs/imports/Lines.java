package dev.svgym.networklogs.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Numbered lines of bounded length. A line that is longer is told by its number and not kept. */
final class Lines {

    /** A log of 64 KiB with every character escaped, and room for the rest. */
    static final int LONGEST = 1 << 20;

    private final Reader text;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;

    private long number;
    private boolean whole;

    Lines(Reader text) {
        this.text = text;
    }

    /** The next line without its end; empty behind the last. What is too long is cut off, see {@link #whole}. */
    Optional<String> next() throws IOException {
        if (!fill()) {
            return Optional.empty();
        }
        number++;
        whole = true;
        var line = new StringBuilder();
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            append(line, from);
            if (at < end) {
                at++;
                break;
            }
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return Optional.of(line.toString());
    }

    /** Of the line that came last, counted from 1. */
    long number() {
        return number;
    }

    /** Whether the line that came last is whole. */
    boolean whole() {
        return whole;
    }

    private void append(StringBuilder line, int from) {
        int room = LONGEST - line.length();
        if (at - from > room) {
            whole = false;
        }
        line.append(buffer, from, Math.min(at - from, room));
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, text.read(buffer));
        }
        return at < end;
    }
}
