package dev.svgym.configremediation.scanner;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the rules return. Sets have no order, so violations are sorted. */
final class ViolationsReader {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ViolationsReader() {}

    /**
     * @param result of an evaluation: a list of one object with a {@code result}
     * @throws tools.jackson.core.JacksonException where it is anything else
     */
    static List<Violation> read(String result) {
        return of(MAPPER.readTree(result).required(0).required("result"));
    }

    /**
     * @param set what {@code <kind>/violations} is, as a list
     * @throws tools.jackson.core.JacksonException where an element is no violation
     */
    static List<Violation> of(JsonNode set) {
        List<Violation> violations = new ArrayList<>();
        for (JsonNode violation : set) {
            violations.add(
                    new Violation(
                            violation.required("rule").stringValue(),
                            violation.required("object").stringValue(),
                            violation.required("resource").stringValue(),
                            texts(violation.required("path")),
                            texts(violation.required("element")),
                            texts(violation.required("pod")),
                            violation.required("message").stringValue()));
        }
        violations.sort(Violation.ORDER);
        return violations;
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::stringValue).toList();
    }
}
