package dev.svgym.configremediation.dockerfile;

/** What is known of variables at one place. */
interface Variables {

    /** Nothing is known of any: each stays as it is written. */
    Variables NONE = _ -> new Variable.Unknown();

    Variable of(String name);

    /** What is known of one variable. */
    sealed interface Variable {

        /** It has this value, unless whoever builds gives another. */
        record Known(String value) implements Variable {}

        /** It surely has none. */
        record Unset() implements Variable {}

        /** It may have been set elsewhere, such as in the base image. */
        record Unknown() implements Variable {}
    }
}
