package dev.svgym.configremediation.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One stage, as it is at its end.
 *
 * @param id of its object
 * @param index from 0
 * @param name in small letters; absent where it has none
 * @param tree what rules and gates see
 * @param order keys of its instructions, in order
 * @param user in whose name its last instruction runs; absent where that is for the base image to say
 * @param shell that runs commands in shell form; absent: {@code /bin/sh -c}
 * @param needs indexes of the stages that it is made of
 */
record Stage(
        String id,
        int index,
        Optional<String> name,
        ObjectNode tree,
        List<String> order,
        Scope scope,
        Optional<JsonNode> user,
        Optional<List<String>> shell,
        Set<Integer> needs) {

    Stage {
        order = List.copyOf(order);
        needs = Set.copyOf(needs);
    }

    Map<List<String>, List<String>> orders() {
        return Map.of(List.of(StageReader.INSTRUCTIONS), order);
    }
}
