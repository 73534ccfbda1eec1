package dev.svgym.server.adapters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of a text that is not JSON what Python's {@code json} module says, because clients show and tests compare it. */
public final class PythonJson {

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final int DEEPEST = 500;

    private final String text;
    private int at;
    private int depth;

    private PythonJson(String text) {
        this.text = text;
    }

    /**
     * What is wrong.
     *
     * @param position of the fault, in characters from 0
     */
    public record Fault(String message, int position) {

        /** With the place, as Python's exception has it. */
        public String withPlace(String text) {
            String before = text.substring(0, Math.min(position, text.length()));
            int lines = (int) before.chars().filter(c -> c == '\n').count();
            return "%s: line %d column %d (char %d)"
                    .formatted(message, lines + 1, position - before.lastIndexOf('\n'), position);
        }
    }

    private static final class FaultException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        FaultException(String message, int position) {
            super(message, null, false, false);
            this.fault = new Fault(message, position);
        }
    }

    /** The first fault; where there is none that Python would see, that a value was expected. */
    public static Fault fault(String text) {
        return find(text).orElse(new Fault("Expecting value", 0));
    }

    private static Optional<Fault> find(String text) {
        var scan = new PythonJson(text);
        try {
            scan.space();
            scan.value();
            scan.space();
            return scan.at < text.length()
                    ? Optional.of(new Fault("Extra data", scan.at))
                    : Optional.empty();
        } catch (FaultException e) {
            return Optional.of(e.fault);
        }
    }

    private void value() throws FaultException {
        if (depth > DEEPEST) {
            throw new FaultException("Expecting value", at);
        }
        switch (peek()) {
            case '"' -> string();
            case '{' -> object();
            case '[' -> array();
            default -> scalar();
        }
    }

    private void object() throws FaultException {
        depth++;
        at++;
        space();
        boolean more = peek() != '}';
        while (more) {
            if (peek() != '"') {
                throw new FaultException("Expecting property name enclosed in double quotes", at);
            }
            string();
            space();
            expect(':');
            space();
            value();
            more = anotherOrEnd('}');
        }
        at++;
        depth--;
    }

    private void array() throws FaultException {
        depth++;
        at++;
        space();
        boolean more = peek() != ']';
        while (more) {
            value();
            more = anotherOrEnd(']');
        }
        at++;
        depth--;
    }

    /** Stands behind the comma and its space where there is another, on the end where there is none. */
    private boolean anotherOrEnd(char end) throws FaultException {
        space();
        if (peek() == end) {
            return false;
        }
        expect(',');
        space();
        return true;
    }

    private void string() throws FaultException {
        int begin = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                throw new FaultException("Invalid control character at", at);
            }
            at += c == '\\' ? escape() : 1;
        }
        if (at >= text.length()) {
            throw new FaultException("Unterminated string starting at", begin);
        }
        at++;
    }

    /** The length of the escape here. */
    private int escape() throws FaultException {
        if (at + 1 >= text.length()) {
            return 1;
        }
        char c = text.charAt(at + 1);
        if (c != 'u') {
            if ("\"\\/bfnrt".indexOf(c) < 0) {
                throw new FaultException("Invalid \\escape", at);
            }
            return 2;
        }
        int end = Math.min(at + 6, text.length());
        String digits = text.substring(at + 2, end);
        if (digits.length() < 4 || !digits.chars().allMatch(d -> Character.digit(d, 16) >= 0)) {
            throw new FaultException("Invalid \\uXXXX escape", at + 1);
        }
        return 6;
    }

    private void scalar() throws FaultException {
        for (String word : new String[] {"null", "true", "false", "NaN", "Infinity", "-Infinity"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return;
            }
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new FaultException("Expecting value", at);
        }
        at = number.end();
    }

    private void expect(char c) throws FaultException {
        if (peek() != c) {
            throw new FaultException("Expecting '%s' delimiter".formatted(c), at);
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The character here, or 0 at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
