package dev.svgym.server.access;

/** The server was told to listen beyond loopback with nothing to keep strangers out. */
class OpenToStrangersException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OpenToStrangersException(String address) {
        super("the server would listen on %s and ask nobody for a key".formatted(address));
    }
}
