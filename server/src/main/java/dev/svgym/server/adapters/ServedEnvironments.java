package dev.svgym.server.adapters;

import dev.svgym.environment.Environment;
import dev.svgym.server.environments.EnvironmentCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which environment a request means, where protocols name it in several ways or not at all. */
@Component
public class ServedEnvironments {

    private static final String PREFIX = "/envs/";

    private final EnvironmentCatalogue catalogue;

    ServedEnvironments(EnvironmentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Ids of those that are served under a prefix, or everywhere. */
    public List<String> ids(@Nullable String served) {
        return served == null
                ? catalogue.all().stream().map(one -> one.card().id()).toList()
                : List.of(get(served).card().id());
    }

    /** The environment of this id, in whatever case, else status 404. */
    public Environment get(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** The environment of this id, which must be the one that is served under the prefix. */
    public Environment get(@Nullable String served, String id) {
        Environment found = get(id);
        if (served != null && !served.equalsIgnoreCase(found.card().id())) {
            throw unknown(id);
        }
        return found;
    }

    /**
     * The environment that a request without a name means: that of the prefix, else the one that the client calls its
     * deployment, by id or by an address with a prefix, else the first.
     */
    public Environment implied(@Nullable String served, @Nullable String deployment) {
        if (served != null) {
            return get(served);
        }
        return Optional.ofNullable(deployment)
                .flatMap(name -> find(afterPrefix(name)))
                .or(() -> catalogue.all().stream().findFirst())
                .orElseThrow(() -> new DetailException(404, "there is no environment"));
    }

    private Optional<Environment> find(String id) {
        String name = id.toLowerCase(Locale.ROOT);
        return catalogue.all().stream().filter(one -> one.card().id().equals(name)).findFirst();
    }

    private static String afterPrefix(String deployment) {
        int prefix = deployment.lastIndexOf(PREFIX);
        String rest = prefix < 0 ? deployment : deployment.substring(prefix + PREFIX.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static DetailException unknown(String id) {
        return new DetailException(404, "unknown environment '%s'".formatted(id));
    }
}
