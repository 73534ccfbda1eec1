package dev.svgym.configremediation.scanner;

import java.util.Comparator;
import java.util.List;

/**
 * A place where a config breaks a rule. Two scans name the same place by the same values: paths go by key, not by index.
 *
 * @param rule id of the rule
 * @param object {@code Kind/namespace/name}, with {@code /container} behind it where the element is a container
 * @param resource {@code Kind/namespace/name} of the object that holds it
 * @param path keyed path within the object to what is wrong, or to where something is missing
 * @param element keyed path of the violated element, a prefix of {@code path}: where fix paths start
 * @param pod keyed path of the pod template (or pod) that holds the element; empty for a Pod, and where there is none
 * @param message one sentence for the agent
 */
public record Violation(
        String rule,
        String object,
        String resource,
        List<String> path,
        List<String> element,
        List<String> pod,
        String message) {

    /** By object, rule and path. */
    public static final Comparator<Violation> ORDER =
            Comparator.comparing(Violation::object)
                    .thenComparing(Violation::rule)
                    .thenComparing(violation -> String.join("\u0000", violation.path()));

    public Violation {
        path = List.copyOf(path);
        element = List.copyOf(element);
        pod = List.copyOf(pod);
    }
}
