package dev.svgym.configremediation.patch;

/** A patch is malformed or does not fit. Stays inside this package: callers get {@link Patched.Refused}. */
final class RefusedPatchException extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    RefusedPatchException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
