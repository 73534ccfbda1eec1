package dev.svgym.configremediation.terraform;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes files in HCL, the same for the same seed. */
final class HclGenerator {

    private static final List<String> NAMES =
            List.of("a", "bucket", "cidr_blocks", "for", "if", "in", "x-y", "_z", "true1", "null_");
    private static final List<String> SPACE =
            List.of(" ", "  ", "\t", " /* c } */ ", " /* two\nlines */ ", "");
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "0.0.0.0/0",
                    "a b",
                    "\\n\\\"q\\\"",
                    "$${x}",
                    "%%{x}",
                    "é",
                    "\\u00e9",
                    "$",
                    "%",
                    "a$b");

    private final Random random;

    HclGenerator(long seed) {
        random = new Random(seed);
    }

    String file() {
        return body(2, "");
    }

    /** With one character gone, doubled, or in place of another. */
    String damaged(String text) {
        int at = random.nextInt(text.length());
        String rest = text.substring(at + 1);
        String other =
                pick(
                        List.of(
                                "", "\"", "{", "}", "[", "]", "=", "\n", " ", "$", "%", "#", ".",
                                "*", "<", "1", ",", "(", "~", ":", "?"));
        return text.substring(0, at)
                + other
                + (random.nextBoolean() ? rest : text.charAt(at) + rest);
    }

    private String body(int depth, String indent) {
        var text = new StringBuilder();
        int number = random.nextInt(5);
        for (int i = 0; i < number; i++) {
            text.append(indent);
            if (depth > 0 && random.nextInt(3) == 0) {
                text.append(block(depth, indent));
            } else {
                text.append(pick(NAMES)).append(i).append(space()).append("=").append(space());
                text.append(expression(3));
            }
            text.append(pick(List.of("", "", " # c", "// c \"", " "))).append("\n");
        }
        return text.toString();
    }

    private String block(int depth, String indent) {
        String labels = pick(List.of("", "\"l\"", "\"aws_x\" \"y\"", "l m"));
        String start = pick(NAMES) + " " + labels + " {";
        return switch (random.nextInt(4)) {
            case 0 -> start + "}";
            case 1 -> start + " b = " + expression(1) + " }";
            default -> start + "\n" + body(depth - 1, indent + "  ") + indent + "}";
        };
    }

    private String expression(int depth) {
        if (depth == 0) {
            return atom();
        }
        IntFunction<String> inner = _ -> expression(depth - 1);
        return switch (random.nextInt(17)) {
            case 0 -> "[" + some(inner, ", ") + "]";
            case 1 -> "[\n" + some(inner, ",\n") + ",\n]".substring(random.nextInt(2));
            case 2 -> "{" + some(i -> key(i) + " = " + expression(depth - 1), ", ") + "}";
            case 3 -> "{\n" + some(i -> key(i) + " : " + expression(depth - 1), "\n") + "\n}";
            case 4 -> "(" + expression(depth - 1) + ")";
            case 5 ->
                    "("
                            + expression(depth - 1)
                            + ")"
                            + pick(
                                    List.of(
                                            "+", " - ", "*", "/", "%", "==", "!=", "<", ">=", "&&",
                                            "||"))
                            + "("
                            + expression(depth - 1)
                            + ")";
            case 6 ->
                    number()
                            + " "
                            + pick(List.of("+", "-", "*", "<", "<=", ">", "=="))
                            + " "
                            + number();
            case 7 ->
                    pick(List.of("true", "false", "x.y"))
                            + " ? "
                            + expression(depth - 1)
                            + " : "
                            + expression(depth - 1);
            case 8 -> pick(NAMES.subList(0, 3)) + "(" + some(inner, ", ") + ")";
            case 9 ->
                    "aws_x.y"
                            + pick(
                                    List.of(
                                            "",
                                            ".z",
                                            "[0]",
                                            "[*].id",
                                            ".*.id",
                                            ".0.z",
                                            "[\"k\"].v",
                                            "[" + expression(depth - 1) + "]"));
            case 10 ->
                    "\""
                            + some(
                                    i -> pick(TEXTS) + "${" + space() + expression(depth - 1) + "}",
                                    "-")
                            + "\"";
            case 11 ->
                    "\"%{ if "
                            + pick(List.of("true", "false"))
                            + " }"
                            + pick(TEXTS)
                            + "%{ else }b%{ endif }\"";
            case 12 ->
                    "[for k, v in "
                            + expression(depth - 1)
                            + " : v"
                            + pick(List.of("", " if k != 1"))
                            + "]";
            case 13 -> "{for v in [\"p\", \"q\"] : v => " + expression(depth - 1) + "}";
            case 14 ->
                    "<<"
                            + pick(List.of("", "-"))
                            + "EOT\n  "
                            + pick(List.of("a", "${1 + 1}", "\"q\" \\n", "$${x}"))
                            + "\n    b\nEOT";
            case 15 -> pick(List.of("-", "!", "- ", "!!")) + atom();
            default -> atom();
        };
    }

    private String key(int i) {
        return pick(List.of("k" + i, "\"k " + i + "\"", "(\"p" + i + "\")", Integer.toString(i)));
    }

    private String atom() {
        return switch (random.nextInt(6)) {
            case 0 -> number();
            case 1 -> pick(List.of("true", "false", "null"));
            case 2 -> "var.x";
            default -> "\"" + pick(TEXTS) + "\"";
        };
    }

    private String number() {
        return pick(List.of("0", "1", "22", "3.5", "1e3", "1.5E+2", "007", "65535", "4e-2"));
    }

    private String some(IntFunction<String> one, String between) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(one)
                .collect(Collectors.joining(between));
    }

    private String space() {
        return pick(SPACE);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
