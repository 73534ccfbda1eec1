package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one instruction whose lines were joined. */
final class LineReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final char escape;
    private final int line;

    LineReader(char escape, int line) {
        this.escape = escape;
        this.line = line;
    }

    Instruction instruction(String text) throws UnreadableDockerfileException {
        String stripped = text.strip();
        int end = 0;
        while (end < stripped.length() && !isBlank(stripped.charAt(end))) {
            end++;
        }
        String name = stripped.substring(0, end).toUpperCase(Locale.ROOT);
        List<String> flags = new ArrayList<>();
        String rest = flags(stripped.substring(end), flags).strip();
        return switch (name) {
            case "ADD", "COPY", "VOLUME" -> maybeJson(name, flags, rest, split(rest));
            case "RUN", "CMD", "ENTRYPOINT", "SHELL" -> maybeJson(name, flags, rest, whole(rest));
            case "USER", "WORKDIR", "STOPSIGNAL", "MAINTAINER" -> plain(name, flags, whole(rest));
            case "FROM", "EXPOSE" -> plain(name, flags, split(rest));
            case "ARG" -> plain(name, flags, words(rest));
            case "ENV", "LABEL" -> plain(name, flags, pairs(name, rest));
            case "HEALTHCHECK" -> healthcheck(flags, rest);
            case "ONBUILD" -> onbuild(flags, rest);
            default ->
                    throw new UnreadableDockerfileException(
                            line, "unknown instruction " + Excerpt.of(stripped.substring(0, end)));
        };
    }

    private Instruction plain(String name, List<String> flags, List<String> arguments) {
        return new Instruction(line, name, flags, arguments, false, List.of(), Optional.empty());
    }

    private Instruction maybeJson(
            String name, List<String> flags, String rest, List<String> otherwise)
            throws UnreadableDockerfileException {
        Optional<List<String>> array = json(rest);
        return new Instruction(
                line,
                name,
                flags,
                array.orElse(otherwise),
                array.isPresent(),
                List.of(),
                Optional.empty());
    }

    private Instruction healthcheck(List<String> flags, String rest)
            throws UnreadableDockerfileException {
        int end = 0;
        while (end < rest.length() && !isBlank(rest.charAt(end))) {
            end++;
        }
        if (end == 0) {
            return plain("HEALTHCHECK", flags, List.of());
        }
        String command = rest.substring(end).strip();
        Instruction inner = maybeJson("HEALTHCHECK", flags, command, whole(command));
        List<String> arguments = new ArrayList<>(List.of(rest.substring(0, end)));
        arguments.addAll(inner.arguments());
        return new Instruction(
                line, "HEALTHCHECK", flags, arguments, inner.json(), List.of(), Optional.empty());
    }

    private Instruction onbuild(List<String> flags, String rest)
            throws UnreadableDockerfileException {
        if (rest.isEmpty()) {
            return plain("ONBUILD", flags, List.of());
        }
        if (rest.regionMatches(true, 0, "ONBUILD", 0, 7)) {
            throw new UnreadableDockerfileException(line, "ONBUILD within ONBUILD is not allowed");
        }
        Instruction inner = instruction(rest);
        List<String> arguments = new ArrayList<>(List.of(inner.name()));
        arguments.addAll(inner.arguments());
        return new Instruction(
                line, "ONBUILD", flags, arguments, false, List.of(), Optional.of(inner));
    }

    /** Takes the flags off the beginning; gives what is left. */
    private String flags(String text, List<String> flags) throws UnreadableDockerfileException {
        int at = 0;
        while (true) {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            if (!text.startsWith("--", at)) {
                return text.substring(at);
            }
            var flag = new StringBuilder();
            at = flag(text, at, flag);
            if (flag.toString().equals("--")) {
                return text.substring(at);
            }
            if (flag.chars().anyMatch(c -> c > '~')) {
                throw new UnreadableDockerfileException(
                        line, "expected a flag in ASCII, got " + Excerpt.of(flag.toString()));
            }
            flags.add(flag.toString());
        }
    }

    private int flag(String text, int from, StringBuilder flag) {
        int at = from;
        char quote = '\0';
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quote == '\0' && isBlank(c)) {
                return at;
            }
            at++;
            if (quote == c && quote != '\0') {
                quote = '\0';
            } else if (quote == '\0' && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c != escape) {
                flag.append(c);
            } else if (at < text.length()) {
                flag.append(text.charAt(at++));
            }
        }
        return at;
    }

    private static List<String> whole(String rest) {
        return rest.isEmpty() ? List.of() : List.of(rest);
    }

    private static List<String> split(String rest) {
        return rest.isEmpty() ? List.of() : List.of(rest.split("[ \t]+", -1));
    }

    /** Words with their quotes. */
    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        char quote = '\0';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote == '\0' && isBlank(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                continue;
            }
            if (quote == '\0' && (c == '\'' || c == '"')) {
                quote = c;
            } else if (quote == c) {
                quote = '\0';
            } else if (c == escape && quote != '\'') {
                if (at + 1 == text.length()) {
                    break;
                }
                word.append(c);
                c = text.charAt(++at);
            }
            word.append(c);
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private List<String> pairs(String name, String rest) throws UnreadableDockerfileException {
        List<String> words = words(rest);
        if (words.isEmpty()) {
            return List.of();
        }
        if (!words.getFirst().contains("=")) {
            String[] parts = rest.split("[ \t]+", 2);
            if (parts.length < 2) {
                throw new UnreadableDockerfileException(line, name + " must have two arguments");
            }
            return List.of(parts[0], parts[1], "");
        }
        List<String> pairs = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new UnreadableDockerfileException(
                        line, "expected name=value, got " + Excerpt.of(word));
            }
            pairs.addAll(List.of(word.substring(0, equals), word.substring(equals + 1), "="));
        }
        return pairs;
    }

    /** An array of texts; absent where the text is no array, which is then another form of the instruction. */
    private Optional<List<String>> json(String text) throws UnreadableDockerfileException {
        if (!text.startsWith("[")) {
            return Optional.empty();
        }
        JsonNode array;
        try {
            array = JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new UnreadableDockerfileException(line, "expected an array of texts");
        } catch (JacksonException e) {
            return Optional.empty();
        }
        for (JsonNode element : array) {
            if (!element.isString()) {
                throw new UnreadableDockerfileException(
                        line, "expected an array of texts, got " + element.getNodeType());
            }
            if (element.stringValue().codePoints().anyMatch(LineReader::isHalf)) {
                throw new UnreadableDockerfileException(line, "expected whole characters");
            }
        }
        return Optional.of(array.values().stream().map(JsonNode::stringValue).toList());
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
