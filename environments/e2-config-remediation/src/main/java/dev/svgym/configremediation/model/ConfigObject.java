package dev.svgym.configremediation.model;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a config.
 *
 * @param id {@code Kind/namespace/name}
 * @param type what it is one of, such as {@code Deployment} or {@code aws_s3_bucket}
 * @param file that holds it
 * @param identity what makes it this object: a change of any of these is another object
 * @param members names of its parts, such as containers with the list that holds them, in no order
 * @param tree the object as typed JSON in which a list of named things is an object by their names, so that paths
 *     name elements and removing one shifts none
 * @param order of the elements in those lists: their names, by the path of the list
 * @param references ids of other objects, by the path of the value that is an attribute of one
 */
public record ConfigObject(
        String id,
        String type,
        String file,
        List<String> identity,
        List<String> members,
        ObjectNode tree,
        Map<List<String>, List<String>> order,
        Map<List<String>, String> references) {

    public ConfigObject {
        identity = List.copyOf(identity);
        members = List.copyOf(members);
        order = Map.copyOf(order);
        references = Map.copyOf(references);
    }
}
