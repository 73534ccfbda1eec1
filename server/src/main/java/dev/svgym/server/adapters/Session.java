package dev.svgym.server.adapters;

import dev.svgym.environment.Environment;
import java.time.Instant;

/** One client of a foreign protocol, with its episode. Its times are kept by {@link Sessions}. */
public final class Session {

    private final String key;
    private final Protocol protocol;
    private final Episode episode;
    private volatile Instant lastSeen;
    private volatile boolean attached;
    private volatile boolean closing;

    Session(String key, Protocol protocol, Episode episode, Instant now) {
        this.key = key;
        this.protocol = protocol;
        this.episode = episode;
        this.lastSeen = now;
    }

    /** Who keeps sessions. */
    public enum Protocol {
        OPENENV,
        ORS
    }

    public String key() {
        return key;
    }

    public Protocol protocol() {
        return protocol;
    }

    public Episode episode() {
        return episode;
    }

    public Environment environment() {
        return episode.environment();
    }

    /** Whether it is one of this environment. */
    public boolean serves(Environment other) {
        return environment().card().id().equals(other.card().id());
    }

    /** Whether a WebSocket holds it. */
    public boolean isAttached() {
        return attached;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    void attach(boolean held) {
        attached = held;
    }

    boolean isClosing() {
        return closing;
    }

    void closeWhenDetached() {
        closing = true;
    }
}
