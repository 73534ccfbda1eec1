package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Harmless things that look bad. */
final class Decoys {

    private static final int PERCENT = 22;

    /**
     * One of them.
     *
     * @param keyword of the lines on which it can be
     */
    private record Decoy(String name, String keyword, UnaryOperator<Line> change) {}

    private static final List<Decoy> ALL =
            List.of(
                    new Decoy(
                            "password-file",
                            "ENV",
                            line -> line.plus("DB_PASSWORD_FILE=/run/secrets/db-password")),
                    new Decoy("empty-token", "ENV", line -> line.plus("METRICS_TOKEN=")),
                    new Decoy(
                            "tls-is-on",
                            "ENV",
                            line -> line.plus("NODE_TLS_REJECT_UNAUTHORIZED=1")),
                    new Decoy("port-2222", "EXPOSE", line -> line.plus("2222")),
                    new Decoy(
                            "secret-mount",
                            "RUN",
                            line ->
                                    ImageInjections.flagged(
                                            line, "--mount=type=secret,id=registry_password")),
                    new Decoy(
                            "check-of-itself",
                            "RUN",
                            line -> line.plus("echo 'curl -k is not used here'")),
                    new Decoy(
                            "sticky-folder",
                            "RUN",
                            line -> line.plus("install -d -m 1770 /var/cache/service")));

    private Decoys() {}

    /**
     * Puts some into clean files.
     *
     * @param names of those that were put in are added here
     */
    static List<BuildFile> put(List<BuildFile> clean, List<String> names, RandomStream random) {
        List<BuildFile> files = clean;
        for (Decoy decoy : ALL) {
            if (!random.percent(PERCENT)) {
                continue;
            }
            List<Spot> places = Spots.lines(files, line -> line.is(decoy.keyword()));
            Optional<Spot> place =
                    places.isEmpty() ? Optional.empty() : Optional.of(random.oneOf(places));
            if (place.isPresent()) {
                files = place.get().line(decoy.change()).on(files);
                names.add(decoy.name());
            }
        }
        return files;
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        ALL.forEach(decoy -> names.add(decoy.name()));
        return names;
    }
}
