package dev.svgym.configremediation.imports;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.environment.imports.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells what kind of config a text is, by asking the kinds. Safe for use by many threads. */
record Recognition(List<ConfigKind> kinds) {

    /** What a file may be called that has lost its name; each kind reads one of these. */
    private static final List<String> USUAL_NAMES = List.of("config.yaml", "main.tf", "Dockerfile");

    /** What data sets call kinds, beside their labels. */
    private static final Map<String, String> LANGUAGES =
            Map.of("k8s", "kubernetes", "tf", "terraform", "docker", "dockerfile");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    /** What came of a text. */
    sealed interface Result {

        /** It is sound, and of one kind. */
        record Known(ConfigKind kind, SortedMap<String, String> files, Config config)
                implements Result {}

        /** It is not. */
        record Unknown(String reason) implements Result {}
    }

    Recognition {
        kinds = List.copyOf(kinds);
    }

    /**
     * The kind that reads a text.
     *
     * @param language what the row says it is; empty where it does not: then exactly one kind must read it
     * @param source where it comes from, for the name of the file
     */
    Result of(String text, String language, String source) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        List<ConfigKind> asked = asked(language, name);
        if (asked.isEmpty()) {
            return new Result.Unknown(
                    "/meta/lang: expected a kind that is served, one of %s, got %s"
                            .formatted(
                                    kinds.stream().map(ConfigKind::label).toList(),
                                    Shown.of(language)));
        }
        List<Result.Known> known = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (ConfigKind kind : asked) {
            switch (read(kind, text, name)) {
                case Result.Known one -> known.add(one);
                case Result.Unknown(var reason) -> reasons.add(reason);
            }
        }
        return switch (known.size()) {
            case 1 -> known.getFirst();
            case 0 -> new Result.Unknown("/question: " + String.join("; ", reasons));
            default ->
                    new Result.Unknown(
                            "/question: expected text of one kind, got what %s read; say which by /meta/lang"
                                    .formatted(
                                            known.stream()
                                                    .map(one -> one.kind().label())
                                                    .toList()));
        };
    }

    /** The kind that the row names, else those that read files of that name, else all. */
    private List<ConfigKind> asked(String language, String name) {
        if (!language.isEmpty()) {
            String lower = language.toLowerCase(Locale.ROOT);
            String label = LANGUAGES.getOrDefault(lower, lower);
            return kinds.stream().filter(kind -> kind.label().equals(label)).toList();
        }
        List<ConfigKind> readers =
                NAME.matcher(name).matches()
                        ? kinds.stream().filter(kind -> kind.reads(name)).toList()
                        : List.of();
        return readers.isEmpty() ? kinds : readers;
    }

    private static Result read(ConfigKind kind, String text, String name) {
        Optional<String> path =
                NAME.matcher(name).matches() && kind.reads(name)
                        ? Optional.of(name)
                        : USUAL_NAMES.stream().filter(kind::reads).findFirst();
        if (path.isEmpty()) {
            return new Result.Unknown(
                    "%s: expected the name of a file in /meta/source".formatted(kind.label()));
        }
        SortedMap<String, String> files = new TreeMap<>(Map.of(path.get(), text));
        return switch (kind.parse(files)) {
            case Parsed.Read(var config) -> new Result.Known(kind, files, config);
            case Parsed.Unreadable(var flaws) ->
                    new Result.Unknown(
                            "no sound %s: %s%s"
                                    .formatted(
                                            kind.label(),
                                            Shown.of(flaws.getFirst().message(), Shown.LONG),
                                            flaws.size() > 1
                                                    ? " (and %d more)".formatted(flaws.size() - 1)
                                                    : ""));
        };
    }
}
