package dev.svgym.configremediation.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A text that is known, save what expressions in it come to.
 *
 * @param literals what stands before, between and behind the expressions
 * @param expressions as they are written, one fewer than literals
 * @param encoded whether the value is not this text but the base64 of it
 */
public record PartialText(List<String> literals, List<String> expressions, boolean encoded) {

    /** Key of the mapping that stands for a value that is not known; what it holds is the expression. */
    public static final String UNRESOLVED = "$unresolved";

    private static final String ENCODING = "base64encode(";
    private static final int SHORTEST_ENCODED = 16;

    public PartialText {
        literals = List.copyOf(literals);
        expressions = List.copyOf(expressions);
    }

    /** Absent where the value is no text, or one of which nothing is known. */
    public static Optional<PartialText> of(JsonNode value) {
        if (value.isString()) {
            return Optional.of(new PartialText(List.of(value.stringValue()), List.of(), false));
        }
        JsonNode marker = value.path(UNRESOLVED);
        if (!marker.isString()) {
            return Optional.empty();
        }
        String text = marker.stringValue();
        boolean encoded = text.startsWith(ENCODING) && text.endsWith(")");
        String quoted =
                encoded ? text.substring(ENCODING.length(), text.length() - 1).strip() : text;
        return quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\"")
                ? new Reader(quoted.substring(1, quoted.length() - 1)).read(encoded)
                : Optional.empty();
    }

    /** What the text says when it is base64; absent where it is none of a text, or a part of it is not known. */
    public Optional<PartialText> decoded() {
        if (encoded || !expressions.isEmpty()) {
            return Optional.empty();
        }
        String text = literals.getFirst().strip();
        if (text.length() < SHORTEST_ENCODED) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            if (bytes.length * 4 / 3 < text.length() * 9 / 10 - 4) {
                return Optional.empty();
            }
            String said =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return said.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c))
                    ? Optional.of(new PartialText(List.of(said), List.of(), true))
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The whole, expressions in <code>${}</code>. */
    public String written() {
        var written = new StringBuilder(literals.getFirst());
        for (int i = 0; i < expressions.size(); i++) {
            written.append("${").append(expressions.get(i)).append('}').append(literals.get(i + 1));
        }
        return written.toString();
    }

    /** Reads what stands between the quotes of a template. */
    private static final class Reader {

        private final String text;
        private final List<String> literals = new ArrayList<>();
        private final List<String> expressions = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** Absent for more than one template, and for one with directives. */
        Optional<PartialText> read(boolean encoded) {
            while (at < text.length()) {
                if (looksAt("\"") || looksAt("%{")) {
                    return Optional.empty();
                }
                if (looksAt("$${") || looksAt("%%{")) {
                    literal.append(text.charAt(at)).append('{');
                    at += 3;
                } else if (looksAt("${")) {
                    expression();
                } else if (looksAt("\\")) {
                    escape();
                } else {
                    literal.append(text.charAt(at++));
                }
            }
            literals.add(literal.toString());
            return Optional.of(new PartialText(literals, expressions, encoded));
        }

        private boolean looksAt(String what) {
            return text.startsWith(what, at);
        }

        private void expression() {
            literals.add(literal.toString());
            literal.setLength(0);
            at += 2;
            int start = at;
            int depth = 1;
            boolean quoted = false;
            while (at < text.length() && depth > 0) {
                char c = text.charAt(at);
                if (c == '\\') {
                    at++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == '{') {
                    depth++;
                } else if (!quoted && c == '}') {
                    depth--;
                }
                at++;
            }
            int end = Math.min(at, text.length());
            expressions.add(text.substring(start, depth == 0 ? end - 1 : end));
        }

        private void escape() {
            char c = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
            at += 2;
            switch (c) {
                case 'n' -> literal.append('\n');
                case 't' -> literal.append('\t');
                case 'r' -> literal.append('\r');
                case 'b' -> literal.append('\b');
                case 'f' -> literal.append('\f');
                case 'u' -> {
                    int code = 0;
                    for (int end = Math.min(at + 4, text.length()); at < end; at++) {
                        code = code * 16 + Math.max(Character.digit(text.charAt(at), 16), 0);
                    }
                    literal.append((char) code);
                }
                default -> literal.append(c);
            }
        }
    }
}
