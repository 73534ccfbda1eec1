package dev.svgym.configremediation.model;

import java.util.List;

/** What could be read from files. */
public sealed interface Parsed {

    /** Every file is sound. */
    record Read(Config config) implements Parsed {}

    /**
     * Some file is not.
     *
     * @param errors everything that is wrong, at most {@value #MOST_ERRORS}; never empty
     */
    record Unreadable(List<Error> errors) implements Parsed {

        /** Errors beyond these are not listed. */
        public static final int MOST_ERRORS = 20;

        public Unreadable {
            errors = List.copyOf(errors);
        }

        /**
         * One thing that is wrong.
         *
         * @param message what was expected and what came, with the line or the path within the file
         */
        public record Error(String file, String message) {}
    }
}
