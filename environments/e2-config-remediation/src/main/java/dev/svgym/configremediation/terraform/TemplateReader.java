package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.terraform.TemplatePart.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads strings, quoted ones and heredocs, with what is interpolated in them. */
record TemplateReader(HclText text) {

    private static final int LONGEST_MARKER = 60;

    /** A stretch of a template before if and for are paired with their ends. */
    private sealed interface Piece {

        record Part(TemplatePart part) implements Piece {}

        record If(Expression when) implements Piece {}

        record Repeat(Optional<String> key, String value, Expression in) implements Piece {}

        record Closing(String word) implements Piece {}
    }

    /** Behind the opening quote. */
    Expression.Template quoted() throws UnreadableHclException {
        return new Expression.Template(paired(pieces(true)));
    }

    /** Behind {@code <<}. */
    Expression.Template heredoc() throws UnreadableHclException {
        boolean flush = text.take("-");
        int line = text.line() + 1;
        String marker = text.name("the marker of a heredoc");
        if (marker.length() > LONGEST_MARKER || !text.restOfLine().isEmpty()) {
            throw text.flaw("expected the end of the line after the marker of a heredoc");
        }
        List<String> lines = new ArrayList<>();
        for (; ; ) {
            String next = text.restOfLine();
            if (next.strip().equals(marker)) {
                break;
            }
            lines.add(next);
        }
        // Its line break ends what the heredoc stands in.
        text.stepBack();
        if (flush) {
            flush(lines);
        }
        var body = new StringBuilder();
        lines.forEach(each -> body.append(each).append('\n'));
        var reader = new TemplateReader(text.within(body.toString(), line));
        return new Expression.Template(reader.paired(reader.pieces(false)));
    }

    private static void flush(List<String> lines) {
        int margin =
                lines.stream()
                        .mapToInt(line -> line.length() - line.stripLeading().length())
                        .min()
                        .orElse(0);
        lines.replaceAll(line -> line.substring(margin));
    }

    private List<Piece> pieces(boolean quoted) throws UnreadableHclException {
        List<Piece> pieces = new ArrayList<>();
        var literal = new StringBuilder();
        boolean trim = false;
        for (; ; ) {
            if (text.atEnd()) {
                if (quoted) {
                    throw text.flaw("a string has no end");
                }
                break;
            }
            if (quoted && text.take("\"")) {
                break;
            }
            if (text.looksAt("$${") || text.looksAt("%%{")) {
                text.next();
                literal.append(text.next()).append(text.next());
            } else if (text.looksAt("${") || text.looksAt("%{")) {
                boolean directive = text.next() == '%';
                text.next();
                if (trim) {
                    strip(literal, false);
                }
                if (text.take("~")) {
                    strip(literal, true);
                }
                add(literal, pieces);
                boolean outside = text.newlinesMatter(false);
                text.enter();
                pieces.add(directive ? directive() : interpolation());
                trim = text.takeAfterSpace("~");
                text.require("}");
                text.leave();
                text.newlinesMatter(outside);
            } else if (quoted && text.take("\\")) {
                literal.appendCodePoint(escape());
            } else if (quoted && text.looksAt("\n")) {
                throw text.flaw("a string goes over the end of its line");
            } else {
                literal.append(text.next());
            }
        }
        if (trim) {
            strip(literal, false);
        }
        add(literal, pieces);
        return pieces;
    }

    private static void strip(StringBuilder literal, boolean end) {
        String stripped =
                end ? literal.toString().stripTrailing() : literal.toString().stripLeading();
        literal.setLength(0);
        literal.append(stripped);
    }

    private static void add(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Part(new Text(literal.toString())));
            literal.setLength(0);
        }
    }

    private int escape() throws UnreadableHclException {
        if (text.atEnd()) {
            throw text.flaw("a string has no end");
        }
        char escaped = text.next();
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"' -> '"';
            case '\\' -> '\\';
            case 'u' -> character(4);
            case 'U' -> character(8);
            default -> throw text.flaw("\"\\%s\" is no escape of a string".formatted(escaped));
        };
    }

    private int character(int digits) throws UnreadableHclException {
        int point = 0;
        for (int i = 0; i < digits; i++) {
            int digit = text.atEnd() ? -1 : Character.digit(text.next(), 16);
            if (digit < 0 || point > Character.MAX_CODE_POINT) {
                throw text.flaw("expected %s hexadecimal digits of a character".formatted(digits));
            }
            point = point * 16 + digit;
        }
        if (!Character.isValidCodePoint(point)
                || Character.getType(point) == Character.SURROGATE
                || point == 0) {
            throw text.flaw("a number in a string is no character");
        }
        return point;
    }

    private Piece interpolation() throws UnreadableHclException {
        return new Piece.Part(new TemplatePart.Interpolation(new ExpressionReader(text).read()));
    }

    private Piece directive() throws UnreadableHclException {
        var expressions = new ExpressionReader(text);
        text.skip();
        String word = text.name("if, else, endif, for or endfor");
        return switch (word) {
            case "if" -> new Piece.If(expressions.read());
            case "for" -> repeat(expressions);
            case "else", "endif", "endfor" -> new Piece.Closing(word);
            default -> throw text.flaw("\"%s\" is no directive of a template".formatted(word));
        };
    }

    private Piece repeat(ExpressionReader expressions) throws UnreadableHclException {
        ExpressionReader.LoopNames names = expressions.loopNames();
        return new Piece.Repeat(names.key(), names.value(), expressions.read());
    }

    private List<TemplatePart> paired(List<Piece> pieces) throws UnreadableHclException {
        var pairing = new Pairing(pieces, 0);
        List<TemplatePart> parts = pairing.parts();
        if (pairing.at < pieces.size()) {
            throw text.flaw("a template closes what is not open");
        }
        return parts;
    }

    /** Pairs what opens with what closes. */
    private final class Pairing {

        private final List<Piece> pieces;
        private int at;

        Pairing(List<Piece> pieces, int at) {
            this.pieces = pieces;
            this.at = at;
        }

        /** Up to what closes, or the end. */
        List<TemplatePart> parts() throws UnreadableHclException {
            text.enter();
            List<TemplatePart> parts = new ArrayList<>();
            while (at < pieces.size() && !(pieces.get(at) instanceof Piece.Closing)) {
                switch (pieces.get(at++)) {
                    case Piece.Part(var part) -> parts.add(part);
                    case Piece.If(var when) -> {
                        List<TemplatePart> then = parts();
                        List<TemplatePart> otherwise = closes("else") ? parts() : List.of();
                        require("endif");
                        parts.add(new TemplatePart.If(when, then, otherwise));
                    }
                    case Piece.Repeat(var key, var value, var in) -> {
                        List<TemplatePart> body = parts();
                        require("endfor");
                        parts.add(new TemplatePart.Repeat(key, value, in, body));
                    }
                    case Piece.Closing _ -> throw new IllegalStateException("looked at before");
                }
            }
            text.leave();
            return parts;
        }

        private boolean closes(String word) {
            boolean closes =
                    at < pieces.size()
                            && pieces.get(at) instanceof Piece.Closing(var found)
                            && found.equals(word);
            at += closes ? 1 : 0;
            return closes;
        }

        private void require(String word) throws UnreadableHclException {
            if (!closes(word)) {
                throw text.flaw("a template has no " + word);
            }
        }
    }
}
