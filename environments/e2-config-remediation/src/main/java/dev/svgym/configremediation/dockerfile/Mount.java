package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Excerpt;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The value of {@code RUN --mount}: fields with commas between them. */
final class Mount {

    private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
    private static final Set<String> SWITCHES =
            Set.of("readonly", "ro", "readwrite", "rw", "required");
    private static final Map<String, String> NAMES =
            Map.of(
                    "src",
                    "source",
                    "dst",
                    "target",
                    "destination",
                    "target",
                    "ro",
                    "readonly",
                    "rw",
                    "readwrite");
    private static final Set<String> KNOWN =
            Set.of(
                    "type",
                    "from",
                    "source",
                    "target",
                    "readonly",
                    "readwrite",
                    "id",
                    "sharing",
                    "required",
                    "size",
                    "mode",
                    "uid",
                    "gid",
                    "env");

    private Mount() {}

    /** What is wrong with it; absent where nothing is. */
    static Optional<String> fault(String value) {
        if (value.contains("\"") || value.isEmpty()) {
            return Optional.of("expected --mount to be key=value,... without quotes");
        }
        SortedMap<String, String> fields = fields(value);
        for (String name : fields.keySet()) {
            if (!KNOWN.contains(name)) {
                return Optional.of("unknown field %s of --mount".formatted(Excerpt.of(name)));
            }
        }
        for (String field : value.split(",", -1)) {
            if (!field.contains("=") && !SWITCHES.contains(field.toLowerCase(Locale.ROOT))) {
                return Optional.of(
                        "expected a value of the field %s of --mount".formatted(Excerpt.of(field)));
            }
        }
        String type = fields.getOrDefault("type", "bind").toLowerCase(Locale.ROOT);
        if (!type.contains("$") && !TYPES.contains(type)) {
            return Optional.of(
                    "expected the type of --mount to be one of bind, cache, secret, ssh, tmpfs");
        }
        return fields.getOrDefault("from", "").contains("$")
                ? Optional.of("expected no variable in the field from of --mount")
                : Optional.empty();
    }

    /** By their long names. A switch has the empty value; of a field that is there twice the last counts. */
    static SortedMap<String, String> fields(String value) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String field : value.split(",", -1)) {
            int equals = field.indexOf('=');
            String name =
                    (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
            fields.put(
                    NAMES.getOrDefault(name, name), equals < 0 ? "" : field.substring(equals + 1));
        }
        return fields;
    }
}
