package dev.svgym.server.websocket;

/** The other end sent what breaks the protocol or a limit; nothing that follows can be read. */
final class BadFrameException extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;

    BadFrameException(int code, String what) {
        super(what, null, false, false);
        this.code = code;
    }

    /** That the WebSocket is closed with. */
    int code() {
        return code;
    }
}
