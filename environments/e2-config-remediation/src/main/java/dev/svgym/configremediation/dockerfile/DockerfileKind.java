package dev.svgym.configremediation.dockerfile;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Need;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.model.Places;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Dockerfiles, as BuildKit's frontend reads them. */
public final class DockerfileKind implements ConfigKind {

    private static final String NAME = "dockerfile";

    @Override
    public String label() {
        return NAME;
    }

    /** {@code Dockerfile}, {@code Containerfile}, and what builders take for one by its beginning or its end. */
    @Override
    public boolean reads(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return !name.endsWith(".dockerignore")
                && (name.equals(NAME)
                        || name.equals("containerfile")
                        || name.startsWith(NAME + ".")
                        || name.startsWith("containerfile.")
                        || name.endsWith("." + NAME)
                        || name.endsWith(".containerfile"));
    }

    @Override
    public List<String> defaultRules() {
        return List.of("df-all", "df-text");
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IMAGES);
    }

    @Override
    public String objectForm() {
        return "<path of the file>/<name of the stage, or its number from 0>";
    }

    @Override
    public Parsed parse(SortedMap<String, String> files) {
        return new DockerfileReading().of(files);
    }

    @Override
    public Optional<String> language() {
        return Optional.of("regex");
    }

    @Override
    public SortedMap<String, String> texts(SortedMap<String, String> files, Config config) {
        return Rendering.of(config).texts();
    }

    @Override
    public Places places(SortedMap<String, String> files, Config config) {
        return Rendering.of(config);
    }
}
