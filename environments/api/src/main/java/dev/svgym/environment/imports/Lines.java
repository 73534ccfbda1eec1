package dev.svgym.environment.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Numbered lines of bounded length. A line that is longer is told by its number and not kept. */
public final class Lines {

    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;

    private long number;
    private boolean whole;

    /**
     * @param longest most characters of a line
     */
    public Lines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** The next line without its end; empty behind the last. What is too long is cut off, see {@link #whole}. */
    public Optional<String> next() throws IOException {
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
    public long number() {
        return number;
    }

    /** Whether the line that came last is whole. */
    public boolean whole() {
        return whole;
    }

    private void append(StringBuilder line, int from) {
        int room = longest - line.length();
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
