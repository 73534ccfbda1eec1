package dev.svgym.networklogs;

import dev.svgym.environment.EnvironmentCard.CeilingCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the Bayes policy earns: the act of least expected cost, with the posterior for its confidence. Nobody earns more
 * on average. Measured on 20,000 tasks of each split that needs no secret; a test measures again.
 */
final class Ceilings {

    private static final String FILE = "ceilings.json";

    private Ceilings() {}

    static List<CeilingCard> measured() {
        try (InputStream stream = Ceilings.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            return JsonMapper.shared().readValue(stream, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
