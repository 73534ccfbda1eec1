package dev.svgym.server.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Messages that wait while one before them is heard. Not thread-safe. */
final class Inbox {

    /** Clients of this protocol send one message and await its reply. */
    private static final int MOST_WAITING = 8;

    private static final int MOST_CHARACTERS = 1 << 20;

    private @Nullable Deque<String> waiting;
    private int characters;
    private boolean hearing;

    /** Whether nothing waits and nothing is heard. */
    boolean isIdle() {
        return !hearing && waiting == null;
    }

    boolean isFull() {
        return waiting != null && (waiting.size() >= MOST_WAITING || characters > MOST_CHARACTERS);
    }

    void put(String message) {
        if (waiting == null) {
            waiting = new ArrayDeque<>();
        }
        waiting.addLast(message);
        characters += message.length();
    }

    /** The next message, which is heard from now on; null where there is none or one is heard still. */
    @Nullable String next() {
        if (hearing || waiting == null) {
            return null;
        }
        String next = waiting.removeFirst();
        characters -= next.length();
        if (waiting.isEmpty()) {
            waiting = null;
        }
        hearing = true;
        return next;
    }

    /** What was heard last is answered. */
    void heard() {
        hearing = false;
    }

    void clear() {
        waiting = null;
        characters = 0;
    }
}
