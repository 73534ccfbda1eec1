package dev.svgym.server.rollouts;

import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a creation that is sent again give the reply that it gave before. Racing calls of one key wait for the first. A
 * creation that failed is forgotten, so that it can be tried again. Bounded; safe for use by many threads.
 */
@Component
public class IdempotencyKeys {

    private static final int LONGEST_KEY = 255;

    private final IdempotencySettings settings;
    private final Clock clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    IdempotencyKeys(IdempotencySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Key(Class<?> kind, String text) {}

    private record Entry(Object request, Instant since, CompletableFuture<Object> reply) {}

    /**
     * The reply of {@code work}, or the one that it gave for this key before.
     *
     * @param key null where the caller sent none
     * @param request must equal the one that first came with the key
     * @param kind keys of different kinds of reply are different keys
     */
    public <T> T once(@Nullable String key, Object request, Class<T> kind, Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw FieldErrors.single(
                    "Idempotency-Key", "expected 1 to %d characters".formatted(LONGEST_KEY));
        }
        var mine = new Entry(request, clock.instant(), new CompletableFuture<>());
        var place = new Key(kind, key);
        Entry first = putIfAbsent(place, mine);
        if (first != null) {
            return kind.cast(earlier(first, request));
        }
        try {
            T reply = work.get();
            mine.reply().complete(reply);
            return reply;
        } catch (RuntimeException failure) {
            remove(place, mine);
            mine.reply().completeExceptionally(failure);
            throw failure;
        }
    }

    private static Object earlier(Entry first, Object request) {
        if (!first.request().equals(request)) {
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key came with another body before; expected the same body, or a new key");
        }
        try {
            return first.reply().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private synchronized @Nullable Entry putIfAbsent(Key key, Entry entry) {
        Instant forgotten = clock.instant().minus(settings.keep());
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            boolean old = !oldest.next().since().isAfter(forgotten);
            if (!old && entries.size() < settings.maxKeys()) {
                break;
            }
            oldest.remove();
        }
        return entries.putIfAbsent(key, entry);
    }

    private synchronized void remove(Key key, Entry entry) {
        entries.remove(key, entry);
    }
}
