package dev.svgym.configremediation.kubernetes;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Kubernetes accepts as a name.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Object names</a>
 */
final class Names {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile(
                    "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");

    private static final Set<String> NAMED_BY_LABEL = Set.of("Namespace", "Service");
    private static final Set<String> NAMED_BY_SEGMENT =
            Set.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");

    private Names() {}

    /** A label of DNS, as RFC 1123 has it. */
    static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
    }

    /** Whether an object of this kind may have this name. */
    static boolean isNameOf(String kind, String text) {
        if (NAMED_BY_LABEL.contains(kind)) {
            return isLabel(text);
        }
        if (NAMED_BY_SEGMENT.contains(kind)) {
            return isPathSegment(text);
        }
        return text.length() <= LONGEST_SUBDOMAIN && SUBDOMAIN.matcher(text).matches();
    }

    static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static boolean isPathSegment(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_SUBDOMAIN
                && !text.equals(".")
                && !text.equals("..")
                && text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '/' && c != '%');
    }
}
