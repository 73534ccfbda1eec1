package dev.svgym.configremediation.terraform;

import java.util.Optional;

/**
 * What a module declares.
 *
 * @param mode the type of its block, such as {@code resource}; {@code local} for one value of {@code locals}
 * @param type of a resource or data source; otherwise the mode
 * @param id within the module
 * @param file that holds it
 * @param body empty for a local
 * @param value of a local
 */
record Declared(
        String mode,
        String type,
        String name,
        String id,
        String file,
        Body body,
        Optional<Expression> value) {

    static final String RESOURCE = "resource";
    static final String DATA = "data";
    static final String VARIABLE = "variable";
    static final String LOCAL = "local";
    static final String OUTPUT = "output";
    static final String MODULE = "module";

    /** The directory that a call of a module names; absent where it is not among the files. */
    Optional<String> localSource() {
        return mode.equals(MODULE)
                        && body.attributes().get("source") instanceof Expression.Template template
                ? template.literal()
                        .filter(source -> source.startsWith("./") || source.startsWith("../"))
                : Optional.empty();
    }
}
