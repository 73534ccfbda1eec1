package dev.svgym.server.environments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/** Keeps engines out of the health of the whole and alone in the group {@code engines}. */
@Component
class EngineHealthGroups implements HealthEndpointGroupsPostProcessor, SmartInitializingSingleton {

    private static final String ENGINES = "engines";

    private final ObjectProvider<EngineHealth> engines;
    private final ObjectProvider<HealthContributorRegistry> registry;

    EngineHealthGroups(
            ObjectProvider<EngineHealth> engines,
            ObjectProvider<HealthContributorRegistry> registry) {
        this.engines = engines;
        this.registry = registry;
    }

    /** Once the registry is there, which itself asks for every other component first. */
    @Override
    public void afterSingletonsInstantiated() {
        engines.getObject().engines().forEach(registry.getObject()::registerContributor);
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        Map<String, HealthEndpointGroup> byName = new LinkedHashMap<>();
        for (String name : groups.getNames()) {
            HealthEndpointGroup group = groups.get(name);
            if (group != null) {
                byName.put(
                        name,
                        name.equals(ENGINES)
                                ? new Narrowed(group, member -> names().contains(member))
                                : group);
            }
        }
        return HealthEndpointGroups.of(
                new Narrowed(groups.getPrimary(), member -> !names().contains(member)), byName);
    }

    private Set<String> names() {
        return engines.getObject().engines().keySet();
    }

    /** A group with fewer members. */
    private record Narrowed(HealthEndpointGroup group, Predicate<String> members)
            implements HealthEndpointGroup {

        @Override
        public boolean isMember(String name) {
            return members.test(name) && group.isMember(name);
        }

        @Override
        public boolean showComponents(SecurityContext context) {
            return group.showComponents(context);
        }

        @Override
        public boolean showDetails(SecurityContext context) {
            return group.showDetails(context);
        }

        @Override
        public StatusAggregator getStatusAggregator() {
            return group.getStatusAggregator();
        }

        @Override
        public HttpCodeStatusMapper getHttpCodeStatusMapper() {
            return group.getHttpCodeStatusMapper();
        }

        @Override
        public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
            return group.getAdditionalPath();
        }
    }
}
