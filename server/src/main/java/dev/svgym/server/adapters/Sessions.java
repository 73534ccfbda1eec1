package dev.svgym.server.adapters;

import dev.svgym.environment.Environment;
import dev.svgym.server.adapters.Session.Protocol;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.metrics.Meters;
import dev.svgym.server.rollouts.Rollouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The sessions of all foreign protocols: at most so many, and none that its client has left. Thread-safe. */
@Component
public class Sessions {

    private final AdapterSettings settings;
    private final Rollouts rollouts;
    private final Judging judging;
    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    Sessions(
            AdapterSettings settings,
            Rollouts rollouts,
            Judging judging,
            Clock clock,
            Meters meters) {
        this.settings = settings;
        this.rollouts = rollouts;
        this.judging = judging;
        this.clock = clock;
        for (Protocol protocol : Protocol.values()) {
            meters.sessions(protocol.name().toLowerCase(Locale.ROOT), () -> count(protocol));
        }
    }

    /** There are as many sessions as there may be. */
    public static final class FullException extends Exception {

        private static final long serialVersionUID = 1;

        private final int active;
        private final int most;

        FullException(int active, int most) {
            super(
                    "Server at capacity: %d/%d sessions active. Cannot accept new connections."
                            .formatted(active, most),
                    null,
                    false,
                    false);
            this.active = active;
            this.most = most;
        }

        public int active() {
            return active;
        }

        public int most() {
            return most;
        }

        /** The same words as an exception's message, never null. */
        public String text() {
            return String.valueOf(getMessage());
        }
    }

    /** What became of a wish to close. */
    public enum Closing {
        UNKNOWN,
        CLOSED,
        /** As soon as the WebSocket that holds it is closed. */
        LATER
    }

    /**
     * A new session.
     *
     * @param key unique; who knows it may act in it
     */
    public synchronized Session open(String key, Protocol protocol, Environment environment)
            throws FullException {
        if (sessions.size() >= settings.maxSessions()) {
            throw new FullException(sessions.size(), settings.maxSessions());
        }
        var session = new Session(key, protocol, episode(environment), clock.instant());
        if (sessions.putIfAbsent(key, session) != null) {
            throw new IllegalArgumentException("need a new key for a session");
        }
        return session;
    }

    /** An episode outside any session, for one request. */
    public Episode episode(Environment environment) {
        return new Episode(environment, rollouts, judging);
    }

    /** The session of this key, which is thereby seen. */
    public synchronized Optional<Session> find(String key, Protocol protocol) {
        Session session = sessions.get(key);
        if (session == null || session.protocol() != protocol) {
            return Optional.empty();
        }
        session.seen(clock.instant());
        return Optional.of(session);
    }

    /** Lets a WebSocket hold a session; false where another one does. */
    public synchronized boolean attach(Session session) {
        if (session.isAttached() || sessions.get(session.key()) != session) {
            return false;
        }
        session.attach(true);
        session.seen(clock.instant());
        return true;
    }

    /** Ends the hold of a WebSocket. */
    public void detach(Session session) {
        boolean close;
        synchronized (this) {
            session.attach(false);
            session.seen(clock.instant());
            close = session.isClosing();
        }
        if (close) {
            remove(session);
        }
    }

    /** Closes a session that no WebSocket holds; one that is held is closed behind it. */
    public Closing close(String key, Protocol protocol) {
        Session session;
        synchronized (this) {
            session = sessions.get(key);
            if (session == null || session.protocol() != protocol) {
                return Closing.UNKNOWN;
            }
            if (session.isAttached()) {
                session.closeWhenDetached();
                return Closing.LATER;
            }
        }
        remove(session);
        return Closing.CLOSED;
    }

    /** Frees the place of a session, whoever holds it, and gives up its rollout. */
    public void remove(Session session) {
        boolean removed;
        synchronized (this) {
            removed = sessions.remove(session.key(), session);
        }
        if (removed) {
            session.episode().close();
        }
    }

    /** Whether the session is still there. */
    public synchronized boolean contains(Session session) {
        return sessions.get(session.key()) == session;
    }

    /** Frees the places of sessions that nobody uses. */
    @Scheduled(fixedDelayString = "${svgym.adapters.reap-every:10s}")
    public void reap() {
        idle(clock.instant()).forEach(this::remove);
    }

    private synchronized List<Session> idle(Instant now) {
        return sessions.values().stream()
                .filter(session -> !session.lastSeen().plus(patience(session)).isAfter(now))
                .toList();
    }

    private Duration patience(Session session) {
        return session.isAttached() ? settings.idleTimeout() : settings.detachedTimeout();
    }

    private synchronized long count(Protocol protocol) {
        return sessions.values().stream().filter(session -> session.protocol() == protocol).count();
    }
}
