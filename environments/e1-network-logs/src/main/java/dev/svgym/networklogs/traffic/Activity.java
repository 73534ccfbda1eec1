package dev.svgym.networklogs.traffic;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a host is doing, as a density of flows: features are independent given the activity.
 *
 * @param densities one of every feature
 */
record Activity(String name, Map<Feature, Histogram> densities) {

    Activity {
        densities = new EnumMap<>(densities);
        if (densities.size() != Feature.values().length) {
            throw new IllegalArgumentException("need a density of every feature for " + name);
        }
    }

    Histogram density(Feature feature) {
        Histogram density = densities.get(feature);
        if (density == null) {
            throw new IllegalStateException("every feature has a density");
        }
        return density;
    }
}
