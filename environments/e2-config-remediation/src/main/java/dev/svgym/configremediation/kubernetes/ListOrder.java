package dev.svgym.configremediation.kubernetes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The order of the elements in lists that became objects, which a keyed tree does not tell from the order of fields. */
final class ListOrder {

    private final Map<List<String>, List<String>> order = new LinkedHashMap<>();

    private ListOrder() {}

    /**
     * By keyed path, the keys of each keyed list.
     *
     * @param plain the object as it is written
     * @param keyed the same, keyed
     */
    static Map<List<String>, List<String>> of(ObjectNode plain, ObjectNode keyed) {
        var lists = new ListOrder();
        lists.walk(List.of(), plain, keyed);
        return lists.order;
    }

    private void walk(List<String> path, JsonNode plain, JsonNode keyed) {
        if (plain.isArray() && keyed.isObject()) {
            order.put(path, List.copyOf(keyed.propertyNames()));
            Iterator<JsonNode> elements = plain.iterator();
            keyed.properties()
                    .forEach(element ->
                            walk(
                                    child(path, element.getKey()),
                                    elements.next(),
                                    element.getValue()));
        } else if (plain.isArray()) {
            for (int i = 0; i < plain.size(); i++) {
                walk(child(path, Integer.toString(i)), plain.path(i), keyed.path(i));
            }
        } else {
            plain.properties()
                    .forEach(field ->
                            walk(
                                    child(path, field.getKey()),
                                    field.getValue(),
                                    keyed.path(field.getKey())));
        }
    }

    private static List<String> child(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
