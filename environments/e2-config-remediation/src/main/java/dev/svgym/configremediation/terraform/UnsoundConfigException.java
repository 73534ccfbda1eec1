package dev.svgym.configremediation.terraform;

/** Files that can be read one by one and mean nothing together, or too much. */
final class UnsoundConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    UnsoundConfigException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
