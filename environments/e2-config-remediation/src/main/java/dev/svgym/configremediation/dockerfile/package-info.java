/**
 * Dockerfiles: read as BuildKit reads them, with variables resolved as far as the text says, as one object for each file
 * and one for each stage of it. What a shell gets to run is read as commands, so that a repair of one word is a change of
 * that word and nothing else.
 */
@NullMarked
package dev.svgym.configremediation.dockerfile;

import org.jspecify.annotations.NullMarked;
