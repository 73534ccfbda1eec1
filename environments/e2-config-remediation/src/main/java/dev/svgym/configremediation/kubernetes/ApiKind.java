package dev.svgym.configremediation.kubernetes;

import tools.jackson.databind.JsonNode;

/**
 * One kind of object of the Kubernetes API.
 *
 * @param namespaced whether its objects live in a namespace; others belong to the cluster
 * @param schema its JSON Schema
 * @param definition the name of that schema
 */
record ApiKind(
        String apiVersion, String kind, boolean namespaced, JsonNode schema, String definition) {}
