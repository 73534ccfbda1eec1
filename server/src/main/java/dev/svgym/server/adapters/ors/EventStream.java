package dev.svgym.server.adapters.ors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Server-sent events of one reply. */
final class EventStream {

    /** Of the data of one event, in characters. */
    private static final int CHUNK = 4096;

    private final OutputStream out;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    static EventStream open(HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            return new EventStream(response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String event, String data) {
        write("event: %s\r\ndata: %s\r\n\r\n".formatted(event, data));
    }

    /** Keeps the reader from giving up. */
    void keepAlive() {
        write(": ping\r\n\r\n");
    }

    /** The last data, in as many events as it takes. */
    void end(String data) {
        int at = 0;
        while (data.length() - at > CHUNK) {
            int next = boundary(data, at + CHUNK);
            send("chunk", data.substring(at, next));
            at = next;
        }
        send("end", data.substring(at));
    }

    /** The last place up to {@code at} where a chunk may begin: readers drop space there, and no character is torn. */
    private static int boundary(String data, int at) {
        int place = at;
        while (place > 1
                && (Character.isWhitespace(data.charAt(place))
                        || Character.isLowSurrogate(data.charAt(place)))) {
            place--;
        }
        return place;
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
