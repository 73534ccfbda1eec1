package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Vocabulary;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What the objects of one task have in common: whose they are, how they are named, how much is spelled out. */
final class Scene {

    final RandomStream random;
    final Vocabulary words;
    final String namespace;

    private final String registry;
    private final String team;
    private final boolean standardLabels;
    private final int richness;
    private final Set<String> taken = new HashSet<>();

    Scene(RandomStream random, Vocabulary words) {
        this.random = random;
        this.words = words;
        this.namespace = random.oneOf(words.namespaces());
        this.registry = random.oneOf(words.registries());
        this.team = random.oneOf(words.teams());
        this.standardLabels = random.percent(40);
        this.richness = random.oneOf(List.of(30, 60, 100, 140));
    }

    /** Whether an optional thing is there; authors who spell out much have more of them. */
    boolean has(int percent) {
        return random.percent(percent * richness / 100);
    }

    /** The value in so many of a hundred draws, more with authors who spell out much. */
    <T> Optional<T> perhaps(int percent, T value) {
        return Tree.when(has(percent), value);
    }

    /** A number between two, ends included, more with authors who spell out much. */
    int some(int least, int most) {
        int span = most - least;
        return least
                + (int) random.between(0, Math.max(1, span * Math.min(100, richness) / 100 + 1L));
    }

    /** A name that nothing else here has. */
    String name(String suffix) {
        String base = random.oneOf(words.subjects());
        String name = suffix.isEmpty() ? base : base + "-" + suffix;
        for (int number = 2; !taken.add(name); number++) {
            name = base + number + (suffix.isEmpty() ? "" : "-" + suffix);
        }
        return name;
    }

    /** The name of a service by what it does. */
    String serviceName() {
        return name(random.oneOf(words.roles()));
    }

    /** An image of the company's own, under a tag that names one release. */
    String image(String name) {
        return registry + "/" + name + ":" + version();
    }

    private String version() {
        String numbers = random.below(6) + "." + random.below(30) + "." + random.below(12);
        int kind = random.below(100);
        return kind < 60
                ? numbers
                : kind < 80
                        ? "v" + numbers
                        : kind < 90 ? numbers + "-alpine" : "rev-" + hex(random.next(), 7);
    }

    static String hex(long number, int digits) {
        return HexFormat.of().toHexDigits(number, digits);
    }

    ObjectNode metadata(String name, ObjectNode labels) {
        return Tree.map(
                "name",
                name,
                "namespace",
                namespace,
                "labels",
                labels.deepCopy(),
                "annotations",
                perhaps(25, annotations()));
    }

    /** Metadata of what has no namespace. */
    ObjectNode clusterMetadata(String name, ObjectNode labels) {
        return Tree.map("name", name, "labels", labels.deepCopy());
    }

    ObjectNode annotations() {
        return random.oneOf(
                List.of(
                        Tree.map("example.com/owner", team),
                        Tree.map("example.com/runbook", "https://wiki.example/runbooks/" + team),
                        Tree.map(
                                "example.com/owner",
                                team,
                                "example.com/cost-centre",
                                "cc-" + (100 + random.below(900))),
                        Tree.map("kubernetes.io/change-cause", "release " + version())));
    }

    /** Labels that a selector may use. */
    ObjectNode selectorLabels(String name) {
        return standardLabels
                ? Tree.map("app.kubernetes.io/name", name, "app.kubernetes.io/instance", namespace)
                : Tree.map("app", name);
    }

    ObjectNode labels(String name) {
        ObjectNode labels = selectorLabels(name);
        if (has(45)) {
            labels.put(standardLabels ? "app.kubernetes.io/part-of" : "team", team);
        }
        if (has(25)) {
            labels.put("tier", random.oneOf(List.of("frontend", "backend", "data", "batch")));
        }
        return labels;
    }

    /** Settings that are no secrets, as variables. */
    List<ObjectNode> variables(int number) {
        List<ObjectNode> variables = new ArrayList<>();
        for (String setting : settings(number)) {
            int equals = setting.indexOf('=');
            variables.add(
                    Tree.map(
                            "name",
                            setting.substring(0, equals),
                            "value",
                            setting.substring(equals + 1)));
        }
        return variables;
    }

    /** Some settings, as {@code NAME=value}, each once. */
    List<String> settings(int number) {
        List<String> left = new ArrayList<>(words.settings());
        List<String> some = new ArrayList<>();
        while (some.size() < number && !left.isEmpty()) {
            some.add(left.remove(random.below(left.size())));
        }
        return some;
    }
}
