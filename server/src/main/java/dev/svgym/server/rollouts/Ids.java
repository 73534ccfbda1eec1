package dev.svgym.server.rollouts;

/** Where new ids come from: unique, and not to be guessed. */
@FunctionalInterface
public interface Ids {

    String next();
}
