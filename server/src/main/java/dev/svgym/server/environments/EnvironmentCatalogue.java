package dev.svgym.server.environments;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The environments that are there, by id. Fixed at the start. */
@Component
public class EnvironmentCatalogue {

    private final SequencedMap<String, Environment> byId;

    EnvironmentCatalogue(ObjectProvider<Environment> environments) {
        SequencedMap<String, Environment> found = new TreeMap<>();
        for (Environment environment : environments.orderedStream().toList()) {
            String id = environment.card().id();
            if (found.put(id, environment) != null) {
                throw new IllegalStateException(
                        "need distinct ids of environments, got %s twice; remove one of the two jars"
                                .formatted(id));
            }
        }
        this.byId = Collections.unmodifiableSequencedMap(found);
    }

    public Collection<Environment> all() {
        return byId.values();
    }

    /** The environment of this id, or a problem that lists those that are there. */
    public Environment get(String id) {
        Environment environment = byId.get(id);
        if (environment == null) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_ENVIRONMENT,
                    "expected one of %s, got %s".formatted(byId.keySet(), Excerpt.of(id)));
        }
        return environment;
    }

    /** The split of this name, or a problem that lists those that the environment has. */
    public static SplitCard split(Environment environment, String name) {
        List<SplitCard> splits = environment.card().splits();
        return splits.stream()
                .filter(split -> split.label().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemType.UNKNOWN_TASK,
                                "expected a split of %s, one of %s, got %s; where there is none, bring tasks inline"
                                        .formatted(
                                                environment.card().id(),
                                                splits.stream().map(SplitCard::label).toList(),
                                                Excerpt.of(name))));
    }
}
