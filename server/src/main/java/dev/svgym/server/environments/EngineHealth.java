package dev.svgym.server.environments;

import dev.svgym.environment.Engine;
import dev.svgym.environment.Environment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The server is up while any environment works, and an environment works while any of its engines does. Each engine is
 * a component of the health group {@code engines}, which does not touch the whole.
 */
@Component("environments")
class EngineHealth implements HealthIndicator {

    private final EnvironmentCatalogue catalogue;
    private final Map<String, HealthIndicator> engines = new LinkedHashMap<>();

    EngineHealth(EnvironmentCatalogue catalogue) {
        this.catalogue = catalogue;
        for (Environment environment : catalogue.all()) {
            for (Engine engine : environment.engines()) {
                engines.put(name(environment, engine), () -> health(environment, engine.name()));
            }
        }
    }

    /** One component an engine, by name. */
    Map<String, HealthIndicator> engines() {
        return Collections.unmodifiableMap(engines);
    }

    @Override
    public Health health() {
        Map<String, String> states = new LinkedHashMap<>();
        boolean any = false;
        for (Environment environment : catalogue.all()) {
            boolean works = works(environment);
            any |= works;
            states.put(environment.card().id(), works ? "works" : "needs an engine that is down");
        }
        return (any ? Health.up() : Health.down()).withDetails(states).build();
    }

    private static boolean works(Environment environment) {
        List<Engine> behind = environment.engines();
        return behind.isEmpty() || behind.stream().anyMatch(Engine::up);
    }

    /** Two environments may use engines of the same name, which are not the same engine. */
    private String name(Environment environment, Engine engine) {
        return engines.containsKey(engine.name())
                ? environment.card().id() + "-" + engine.name()
                : engine.name();
    }

    private static Health health(Environment environment, String name) {
        return environment.engines().stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .map(engine ->
                        (engine.up() ? Health.up() : Health.down())
                                .withDetail("environment", environment.card().id())
                                .withDetail("version", engine.version())
                                .withDetail("detail", engine.detail())
                                .build())
                .orElseGet(() -> Health.down().withDetail("detail", "is not there").build());
    }
}
