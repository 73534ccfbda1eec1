package dev.svgym.server.commands;

/** The command line makes no sense; the message says why. */
public class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;

    public UsageException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
