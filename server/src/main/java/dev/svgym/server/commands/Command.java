package dev.svgym.server.commands;

import java.io.PrintStream;

/** Something to do once. A bean of this type can be named by the first argument of the server. */
public interface Command {

    /** The word that calls it, such as {@code import}. */
    String name();

    /** How to call it: one line, beginning with its name. */
    String usage();

    /**
     * Does it.
     *
     * @param options what came after the name
     * @param out for what was asked, such as JSON lines
     * @param err for everything else, such as progress
     * @throws UsageException where the options make no sense
     * @return 0 where it is done
     */
    int run(Options options, PrintStream out, PrintStream err);
}
