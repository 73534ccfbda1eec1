package dev.svgym.server.websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.WebUtils;

/** How a WebSocket is asked for and granted (RFC 6455, section 4). Extensions and subprotocols are declined. */
public final class Handshake {

    private static final String WEBSOCKET = "websocket";
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final String SPOKEN = "13";
    private static final String KEY = "Sec-WebSocket-Key";
    private static final int KEY_BYTES = 16;
    private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    /** Whether a request asks for a WebSocket, rightly or not. */
    public static boolean isAsked(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && WEBSOCKET.equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /** The status of a refusal; empty where nothing is wrong. */
    static Optional<Integer> refusal(HttpServletRequest request, HttpServletResponse response) {
        // Browsers send an origin, and only pages of this server may connect.
        if (!WebUtils.isSameOrigin(new ServletServerHttpRequest(request))) {
            return Optional.of(HttpServletResponse.SC_FORBIDDEN);
        }
        if (!tokens(request, "Connection").anyMatch("upgrade"::equals)) {
            return Optional.of(HttpServletResponse.SC_BAD_REQUEST);
        }
        if (!SPOKEN.equals(request.getHeader(VERSION))) {
            response.setHeader(VERSION, SPOKEN);
            return Optional.of(HttpServletResponse.SC_UPGRADE_REQUIRED);
        }
        return isKey(request.getHeader(KEY))
                ? Optional.empty()
                : Optional.of(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Says yes; the status is Tomcat's to write. */
    static void grant(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Upgrade", WEBSOCKET);
        response.setHeader("Connection", "upgrade");
        response.setHeader("Sec-WebSocket-Accept", accept(request.getHeader(KEY)));
    }

    static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + SUFFIX).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Stream<String> tokens(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(token -> token.strip().toLowerCase(Locale.ROOT));
    }
}
