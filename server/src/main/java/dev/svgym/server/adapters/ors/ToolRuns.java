package dev.svgym.server.adapters.ors;

import dev.svgym.server.rollouts.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tool calls under way or just done: a client whose stream broke off asks again and gets the same result. Thread-safe. */
@Component
class ToolRuns {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 4096;

    private final Ids ids;
    private final Clock clock;
    private final Map<String, Run> calls = new LinkedHashMap<>();

    ToolRuns(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A call.
     *
     * @param result JSON
     */
    record Run(String id, String session, Instant begun, CompletableFuture<String> result) {}

    /** Begins a call on a thread of its own. */
    Run begin(String session, Supplier<String> work) {
        var call = new Run(ids.next(), session, clock.instant(), new CompletableFuture<>());
        put(call);
        Thread.ofVirtual()
                .name("ors")
                .start(() -> {
                    try {
                        call.result().complete(work.get());
                    } catch (RuntimeException failure) {
                        call.result().completeExceptionally(failure);
                    }
                });
        return call;
    }

    /** A call of this session that is still kept. */
    synchronized Optional<Run> find(String session, String id) {
        return Optional.ofNullable(calls.get(id)).filter(call -> call.session().equals(session));
    }

    private synchronized void put(Run call) {
        Instant old = clock.instant().minus(KEPT);
        calls.values()
                .removeIf(one ->
                        one.result().isDone()
                                && (one.begun().isBefore(old) || calls.size() >= MOST));
        calls.put(call.id(), call);
    }
}
