package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.Vocabulary;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the files of one task have in common: what is built, who builds it, how much its authors remark. */
final class Scene {

    private static final List<String> REMARKS =
            List.of(
                    "keep in step with the pipeline",
                    "changes rarely, so it is cached",
                    "agreed with the platform team",
                    "see the runbook",
                    "TODO: revisit when the base moves",
                    "needed by the nightly build",
                    "same as on the developers' machines",
                    "order matters here",
                    "was two layers once",
                    "ask the owners before touching this",
                    "copied from the service template");

    final RandomStream random;
    final Vocabulary words;
    final String service;

    private final String team;
    private final int remarkPercent;

    Scene(RandomStream random, Vocabulary words) {
        this.random = random;
        this.words = words;
        this.service = random.oneOf(words.subjects()) + "-" + random.oneOf(words.roles());
        this.team = random.oneOf(words.teams());
        this.remarkPercent = random.percent(40) ? 0 : random.percent(60) ? 8 : 25;
    }

    boolean has(int percent) {
        return random.percent(percent);
    }

    <T> T oneOf(List<T> values) {
        return random.oneOf(values);
    }

    /** A remark on the next line, or none. */
    Optional<String> remark() {
        return random.percent(remarkPercent)
                ? Optional.of(random.oneOf(REMARKS))
                : Optional.empty();
    }

    /** A release such as {@code 2.14.3}. */
    String version() {
        return (1 + random.below(5)) + "." + random.below(30) + "." + random.below(12);
    }

    /** Where something is fetched from. */
    String host() {
        return random.oneOf(
                List.of(
                        "downloads.example.org",
                        "artifacts." + team + ".example",
                        "mirror.example.net",
                        "releases.example.com"));
    }

    String team() {
        return team;
    }

    String port() {
        return random.oneOf(List.of("8080", "8000", "3000", "9090", "5000", "8443"));
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
