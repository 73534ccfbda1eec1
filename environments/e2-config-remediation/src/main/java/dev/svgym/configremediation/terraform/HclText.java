package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.model.Characters;
import java.math.BigDecimal;

/**
 * Characters of a file with a place among them: space, comments, names and numbers. For one thread.
 *
 * <p>Names are ASCII, stricter than HCL, since a letter of another alphabet can look like one of ours.
 */
final class HclText {

    /** Of one file. */
    static final int MOST_CHARACTERS = 256 * 1024;

    /** Of expressions and blocks within each other. */
    static final int MOST_DEPTH = 96;

    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_EXPONENT = 60;

    private final String text;
    private final int firstLine;
    private int at;
    private int depth;
    private int countedTo;
    private int counted;
    private boolean newlinesMatter = true;

    /**
     * @param firstLine number of the line where the text starts
     */
    HclText(String text, int firstLine) throws UnreadableHclException {
        this.text = text;
        this.firstLine = firstLine;
        if (text.length() > MOST_CHARACTERS) {
            throw flaw("expected at most %s characters in a file".formatted(MOST_CHARACTERS));
        }
        for (; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (point != '\n' && point != '\t' && Characters.deceives(point)) {
                throw flaw("the character U+%04X is refused".formatted(point));
            }
        }
        at = 0;
    }

    UnreadableHclException flaw(String why) {
        return new UnreadableHclException(line(), why);
    }

    UnreadableHclException expected(String what) {
        String found =
                at >= text.length()
                        ? "the end of the file"
                        : text.charAt(at) == '\n'
                                ? "the end of the line"
                                : "\"%s\""
                                        .formatted(
                                                text.substring(at, Math.min(text.length(), at + 12))
                                                        .lines()
                                                        .findFirst()
                                                        .orElse(""));
        return flaw("expected %s, got %s".formatted(what, found));
    }

    int line() {
        if (at < countedTo) {
            countedTo = 0;
            counted = 0;
        }
        for (; countedTo < at; countedTo++) {
            counted += text.charAt(countedTo) == '\n' ? 1 : 0;
        }
        return firstLine + counted;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    void enter() throws UnreadableHclException {
        if (++depth > MOST_DEPTH) {
            throw flaw("expected at most %s levels".formatted(MOST_DEPTH));
        }
    }

    void leave() {
        depth--;
    }

    /** A text within this one, as deep as this place is. */
    HclText within(String inner, int firstLineOfIt) throws UnreadableHclException {
        var text = new HclText(inner, firstLineOfIt);
        text.depth = depth;
        text.newlinesMatter = false;
        text.enter();
        return text;
    }

    /** Whether a line break ends things from here on; answers what was so before. */
    boolean newlinesMatter(boolean matter) {
        boolean before = newlinesMatter;
        newlinesMatter = matter;
        return before;
    }

    /** Passes space and comments, and line breaks where they do not matter. */
    void skip() throws UnreadableHclException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || (c == '\n' && !newlinesMatter)) {
                at++;
            } else if (c == '#' || text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw flaw("a comment has no end");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    /** The next character without passing anything; 0 at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    char next() {
        return text.charAt(at++);
    }

    boolean looksAt(String token) {
        return text.startsWith(token, at);
    }

    boolean take(String token) {
        if (!looksAt(token)) {
            return false;
        }
        at += token.length();
        return true;
    }

    /** Takes one that space may stand before. */
    boolean takeAfterSpace(String token) throws UnreadableHclException {
        skip();
        return take(token);
    }

    void require(String token) throws UnreadableHclException {
        if (!takeAfterSpace(token)) {
            throw expected("\"" + token + "\"");
        }
    }

    /** A line break, or the end of the file. */
    void requireLineEnd(String after) throws UnreadableHclException {
        skip();
        if (!atEnd() && !take("\n")) {
            throw expected("the end of the line after " + after);
        }
    }

    boolean looksAtName() {
        return isLetter(peek());
    }

    /** Whether this word stands here, and not merely the beginning of a longer one. */
    boolean looksAtWord(String word) {
        int end = at + word.length();
        return looksAt(word) && (end >= text.length() || !isNamePart(text.charAt(end)));
    }

    boolean takeWord(String word) throws UnreadableHclException {
        skip();
        return looksAtWord(word) && take(word);
    }

    String name(String what) throws UnreadableHclException {
        if (!looksAtName()) {
            throw expected(what);
        }
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    boolean looksAtDigit() {
        return isDigit(peek());
    }

    /** A point with a digit behind it. */
    boolean looksAtFraction() {
        return peek() == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    String digits() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    BigDecimal number() throws UnreadableHclException {
        int start = at;
        digits();
        if (looksAtFraction()) {
            at++;
            digits();
        }
        int mark = at;
        if (take("e") || take("E")) {
            if (!take("+")) {
                take("-");
            }
            String exponent = digits();
            if (exponent.isEmpty()) {
                at = mark;
            } else if (exponent.length() > 3 || Integer.parseInt(exponent) > LARGEST_EXPONENT) {
                throw flaw("a number is too large or too small");
            }
        }
        if (at - start > LONGEST_NUMBER) {
            throw flaw("expected at most %s digits in a number".formatted(LONGEST_NUMBER));
        }
        return new BigDecimal(text.substring(start, at));
    }

    /** The rest of the line with its line break taken. */
    String restOfLine() throws UnreadableHclException {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw flaw("expected another line");
        }
        String rest = text.substring(at, end);
        at = end + 1;
        return rest;
    }

    /** Where a line break stands next, steps before it again: what ends with its line leaves the break to others. */
    void stepBack() {
        at--;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '-';
    }
}
