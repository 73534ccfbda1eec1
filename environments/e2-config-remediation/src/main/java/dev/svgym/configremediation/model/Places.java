package dev.svgym.configremediation.model;

import java.util.Optional;

/** Finds what stands at a position of a text. For one thread. */
public interface Places {

    /**
     * The place of a value, or of the value that a key names; absent where no value of an object stands there, as in a
     * comment.
     *
     * @param file path of the text
     * @param position in code points, from 0
     */
    Optional<Place> at(String file, int position);
}
