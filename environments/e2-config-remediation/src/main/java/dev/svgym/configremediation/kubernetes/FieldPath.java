package dev.svgym.configremediation.kubernetes;

import com.networknt.schema.path.NodePath;
import dev.svgym.configremediation.model.Excerpt;
import java.util.regex.Pattern;

/** Paths to fields as messages show them, such as {@code spec.containers[0].name}. */
final class FieldPath {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private FieldPath() {}

    static String of(NodePath path) {
        String text = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            text =
                    path.getElement(i) instanceof Integer index
                            ? text + "[" + index + "]"
                            : child(text, path.getName(i));
        }
        return text;
    }

    /**
     * @param parent empty for the root
     */
    static String child(String parent, String name) {
        if (!PLAIN.matcher(name).matches()) {
            return parent + "[" + Excerpt.of(name) + "]";
        }
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
