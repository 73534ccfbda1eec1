package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.dockerfile.Line.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the lines of a stage together. */
final class StageWriter {

    private final Scene scene;
    private final String image;
    private final Optional<String> name;
    private final List<Line> lines = new ArrayList<>();
    private String user = "10001";

    private StageWriter(Scene scene, String image, Optional<String> name) {
        this.scene = scene;
        this.image = image;
        this.name = name;
    }

    static StageWriter of(Scene scene, String image) {
        return new StageWriter(scene, image, Optional.empty());
    }

    static StageWriter named(Scene scene, String image, String name) {
        return new StageWriter(scene, image, Optional.of(name));
    }

    StageWriter line(String keyword, String... parts) {
        return add(keyword, Form.USUAL, List.of(), List.of(parts));
    }

    StageWriter run(List<String> commands) {
        return add("RUN", Form.USUAL, List.of(), commands);
    }

    StageWriter run(String... commands) {
        return run(List.of(commands));
    }

    StageWriter copy(String files) {
        List<String> flags =
                scene.has(10)
                        ? List.of("--chmod=" + scene.oneOf(List.of("0755", "755", "0644")))
                        : List.of();
        return add("COPY", Form.USUAL, flags, List.of(files));
    }

    StageWriter copyFrom(String stage, String files) {
        return add("COPY", Form.USUAL, List.of("--from=" + stage), List.of(files));
    }

    /** A file that is written here. */
    StageWriter here(String path, List<String> text) {
        List<String> parts = new ArrayList<>();
        parts.add("<<EOF " + path);
        parts.addAll(text);
        parts.add("EOF");
        return add("COPY", Form.HEREDOC, List.of(), parts);
    }

    StageWriter env(String... fixed) {
        List<String> pairs = new ArrayList<>(List.of(fixed));
        pairs.addAll(scene.settings(1 + scene.random.below(3)));
        return add("ENV", Form.USUAL, List.of(), pairs);
    }

    /** An account, now and then, by which the image then runs. */
    StageWriter account(boolean isAlpine) {
        if (scene.has(55)) {
            user = scene.oneOf(List.of("app", "service", "runner"));
            String commands =
                    isAlpine
                            ? "addgroup -S %1$s && adduser -S -G %1$s %1$s"
                            : scene.has(50)
                                    ? "useradd --system --uid 10001 %1$s"
                                    : "groupadd -r %1$s && useradd -r -g %1$s %1$s";
            add("RUN", Form.ACCOUNT, List.of(), List.of(commands.formatted(user)));
        }
        return this;
    }

    StageWriter user() {
        return line("USER", scene.has(25) && user.equals("10001") ? "10001:10001" : user);
    }

    StageWriter user(String known) {
        user = known;
        return line("USER", known);
    }

    StageText done() {
        return new StageText(image, name, lines);
    }

    private StageWriter add(String keyword, Form form, List<String> flags, List<String> parts) {
        lines.add(new Line(keyword, form, flags, parts, scene.remark()));
        return this;
    }
}
