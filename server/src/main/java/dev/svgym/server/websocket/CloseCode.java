package dev.svgym.server.websocket;

/** Why a WebSocket is closed (RFC 6455, section 7.4). */
final class CloseCode {

    static final int NORMAL = 1000;
    static final int GOING_AWAY = 1001;
    static final int PROTOCOL_ERROR = 1002;
    static final int NOT_ACCEPTABLE = 1003;

    /** Never sent: a close frame without a code. */
    static final int NONE = 1005;

    static final int BAD_DATA = 1007;
    static final int TOO_BIG = 1009;
    static final int SERVER_ERROR = 1011;

    /** The other end answers no ping. */
    static final int UNRELIABLE = 4500;

    private CloseCode() {}

    /** Whether an endpoint may send it. */
    static boolean mayBeSent(int code) {
        return (code >= 1000 && code <= 1003)
                || (code >= 1007 && code <= 1014)
                || (code >= 3000 && code <= 4999);
    }
}
