package dev.svgym.environment.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An inline task with answers whose worth is known.
 *
 * @param definition of the inline task
 * @param good answers that succeed: bare JSON objects, at least one
 * @param bad answers that are well-formed and do not succeed: bare JSON objects, at least one
 * @param canaries texts of the definition's hidden part that occur nowhere else in it; none where no text is hidden
 * @param twin the same definition with another hidden part; none where nothing in it is hidden
 */
public record Sample(
        JsonNode definition,
        List<String> good,
        List<String> bad,
        Set<String> canaries,
        Optional<JsonNode> twin) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public Sample {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
        canaries = Set.copyOf(canaries);
        if (good.isEmpty() || bad.isEmpty()) {
            throw new IllegalArgumentException("a sample needs a good and a bad answer");
        }
    }

    /** A sample without a hidden part. */
    public static Sample of(String definition, List<String> good, List<String> bad) {
        return new Sample(MAPPER.readTree(definition), good, bad, Set.of(), Optional.empty());
    }

    /** The same, with texts that nobody but the verifier may see. */
    public Sample hiding(String... texts) {
        return new Sample(definition, good, bad, Set.of(texts), twin);
    }

    /** The same, beside a definition that differs in the hidden part alone. */
    public Sample withTwin(String otherDefinition) {
        return new Sample(
                definition, good, bad, canaries, Optional.of(MAPPER.readTree(otherDefinition)));
    }
}
