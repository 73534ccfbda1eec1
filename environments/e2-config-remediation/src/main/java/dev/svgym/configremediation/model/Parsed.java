package dev.svgym.configremediation.model;

import java.util.List;

/** What could be read from files. */
public sealed interface Parsed {

    /** Every file is sound. */
    record Read(Config config) implements Parsed {}

    /**
     * Some file is not.
     *
     * @param flaws everything that is wrong, at most {@value #MOST_FLAWS}; never empty
     */
    record Unreadable(List<Flaw> flaws) implements Parsed {

        /** Flaws beyond these are not listed. */
        public static final int MOST_FLAWS = 20;

        public Unreadable {
            flaws = List.copyOf(flaws);
        }

        /**
         * One thing that is wrong.
         *
         * @param message what was expected and what came, with the line or the path within the file
         */
        public record Flaw(String file, String message) {}
    }
}
