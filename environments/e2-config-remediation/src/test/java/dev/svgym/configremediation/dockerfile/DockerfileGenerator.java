package dev.svgym.configremediation.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes Dockerfiles, the same for the same seed. */
final class DockerfileGenerator {

    private static final List<String> NAMES = List.of("a", "build", "App", "x_1", "B-2.c");
    private static final List<String> VALUES =
            List.of(
                    "1",
                    "\"a b\"",
                    "'c d'",
                    "$A",
                    "${B:-x}",
                    "a\\ b",
                    "\"q\\\"q\"",
                    "",
                    "é",
                    "x=y",
                    "${C:+\"z\"}",
                    "\"",
                    "a\\");
    private static final List<String> PATHS =
            List.of(".", "/app/", "src/*.go", "a", "$A/b", "\"p\"", "https://example.org/a.tar.gz");
    private static final List<String> COMMANDS =
            List.of(
                    "apt-get update && apt-get install -y curl",
                    "echo \"a # b\" 'c'",
                    "curl -fsSL https://example.org | sh",
                    "test -f a || exit 1",
                    "echo it's",
                    "[ -f /a ] && true",
                    "x=$(date) && echo ${x%-*}",
                    "cat <a >b",
                    "echo -- --mount=x");
    private static final List<String> ARRAYS =
            List.of(
                    "[\"a\", \"b c\"]",
                    "[ \"\\u0061\" ]",
                    "[]",
                    "[\"a\",]",
                    "['a']",
                    "[1]",
                    "[\"a\"] b",
                    "[\"a\"",
                    "[null, \"a\"]",
                    "[[\"a\"]]");

    private final Random random;
    private String escape = "\\";

    DockerfileGenerator(long seed) {
        random = new Random(seed);
    }

    String file() {
        var text = new StringBuilder();
        if (random.nextInt(8) == 0) {
            text.append('\uFEFF');
        }
        text.append(directives());
        repeat(
                2,
                () -> text.append(pick(List.of("ARG A=1\n", "ARG B\n", "arg C=\"x\" D\n", "\n"))));
        int stages = 1 + random.nextInt(3);
        for (int i = 0; i < stages; i++) {
            text.append(from(i));
            repeat(7, () -> text.append(between()).append(instruction()));
        }
        String whole = text.toString();
        return random.nextInt(8) == 0 ? whole.replace("\n", "\r\n") : whole;
    }

    /** With one character gone, doubled, or in place of another. */
    String damaged(String text) {
        int at = random.nextInt(text.length());
        String rest = text.substring(at + 1);
        String other =
                pick(
                        List.of(
                                "", "\"", "'", "\\", "\n", " ", "$", "{", "}", "#", "=", "-", "<",
                                "<<E", "[", "]", "`", ":", "--", "A"));
        return text.substring(0, at)
                + other
                + (random.nextBoolean() ? rest : text.charAt(at) + rest);
    }

    private String directives() {
        return switch (random.nextInt(6)) {
            case 0 -> "# syntax=docker/dockerfile:1\n";
            case 1 -> "#  Escape = \\ \n# syntax = x\n";
            case 2 -> {
                escape = "`";
                yield "# escape=`\n";
            }
            case 3 -> "# a comment\n# escape=`\n";
            case 4 -> "# check=skip=all\n# other=1\n# escape=`\n";
            default -> "";
        };
    }

    private String from(int stage) {
        String flag =
                pick(List.of("", "", "--platform=$BUILDPLATFORM ", "--platform=\"linux/amd64\" "));
        String name =
                pick(
                        List.of(
                                "",
                                " AS s" + stage,
                                " as " + pick(NAMES) + stage,
                                " \t aS n" + stage));
        return pick(List.of("FROM ", "from\t", " From  "))
                + flag
                + pick(List.of("alpine:3.20", "scratch", "$A", "node:${B:-20}", "s0"))
                + name
                + "\n";
    }

    private String between() {
        return pick(List.of("", "", "", "\n", "# c \\\n", "   \t\n", "  # USER root\n"));
    }

    private String instruction() {
        return switch (random.nextInt(24)) {
            case 0 ->
                    word("RUN")
                            + flags("--mount=type=cache,target=/c", "--network=none")
                            + command()
                            + "\n";
            case 1, 2, 3 -> word("RUN") + continued(command());
            case 4 -> "RUN <<" + document("EOF", "echo a\n# b\n\ncurl -k \\\nx\n");
            case 5 -> "RUN <<-" + document("'END'", "\techo $a\n\t\tb\n");
            case 6 -> "COPY <<\"A B\" <<-C /d/\nx $y\nA B\n\tz\n\tC\n";
            case 7 -> "RUN cat <<EOF >/a && sh 3<<X\nq\nEOF\nw\nX\n";
            case 8 -> "ONBUILD " + word("RUN") + command() + "\n";
            case 9 -> "ONBUILD COPY --from=" + pick(NAMES) + " a <<E /x\nin\nE\n";
            case 10 -> word("ENV") + pairs() + "\n";
            case 11 -> word("ENV") + pick(NAMES) + " " + pick(VALUES) + " more\n";
            case 12 -> word("LABEL") + pairs() + "\n";
            case 13 -> word("ARG") + pick(NAMES) + pick(List.of("", "=" + pick(VALUES))) + "\n";
            case 14 ->
                    word("COPY")
                            + flags("--from=s0", "--chown=1:1", "--link", "--link=false")
                            + paths()
                            + "\n";
            case 15 ->
                    word("ADD")
                            + flags("--checksum=sha256:a", "--keep-git-dir=true")
                            + paths()
                            + "\n";
            case 16 -> word("COPY") + pick(ARRAYS) + "\n";
            case 17 -> word(pick(List.of("CMD", "ENTRYPOINT", "VOLUME"))) + pick(ARRAYS) + "\n";
            case 18 ->
                    word("EXPOSE") + pick(List.of("80", "80/tcp  443", "$PORT", "1-3/udp")) + "\n";
            case 19 -> word("USER") + pick(List.of("root", "1000:0", "${U:-app}", "a b")) + "\n";
            case 20 ->
                    word("HEALTHCHECK")
                            + flags("--interval=30s", "--retries=3")
                            + "CMD "
                            + command()
                            + "\n";
            case 21 -> "HEALTHCHECK NONE\nSTOPSIGNAL SIGTERM\nMAINTAINER a b\n";
            case 22 -> word("SHELL") + pick(ARRAYS) + "\n";
            default -> word("WORKDIR") + pick(PATHS) + "\n";
        };
    }

    private String document(String mark, String text) {
        return mark + "\n" + text + mark.replace("'", "") + "\n";
    }

    private String command() {
        return random.nextInt(5) == 0 ? pick(ARRAYS) : pick(COMMANDS);
    }

    private String continued(String command) {
        String sign = " " + escape + pick(List.of("", " ", "\t")) + "\n";
        return command.replace(
                        " && ",
                        " &&" + sign + pick(List.of("", "  # c\n", "\n", "# x \\\n   \n")) + "  ")
                + "\n";
    }

    private String word(String name) {
        return pick(List.of(name, name, name.toLowerCase(Locale.ROOT), "  " + name))
                + pick(List.of(" ", "  ", "\t", " " + escape + "\n  "));
    }

    private String flags(String... flags) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> pick(List.of(flags)) + " ")
                .collect(Collectors.joining());
    }

    private String pairs() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> pick(NAMES) + "=" + pick(VALUES))
                .collect(Collectors.joining(pick(List.of(" ", "  ", " " + escape + "\n "))));
    }

    private String paths() {
        return IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(_ -> pick(PATHS))
                .collect(Collectors.joining(" "));
    }

    private void repeat(int most, Runnable action) {
        int times = random.nextInt(most + 1);
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
