package dev.svgym.configremediation.kubernetes;

import com.networknt.schema.Schema;
import tools.jackson.databind.JsonNode;

/**
 * One kind of object of the Kubernetes API.
 *
 * @param namespaced whether its objects live in a namespace; others belong to the cluster
 * @param definition its JSON Schema
 * @param validator of that schema
 */
record ApiKind(
        String apiVersion,
        String kind,
        boolean namespaced,
        JsonNode definition,
        Schema validator) {}
