package dev.svgym.server.rollouts;

import dev.svgym.environment.Environment;
import dev.svgym.environment.Task;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.environments.Judging;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Attempts at tasks, over HTTP. */
@RestController
@RequestMapping("/v1/rollouts")
class RolloutsController {

    private final Rollouts rollouts;
    private final EnvironmentCatalogue catalogue;
    private final Judging judging;
    private final IdempotencyKeys keys;
    private final McpAddresses addresses;

    RolloutsController(
            Rollouts rollouts,
            EnvironmentCatalogue catalogue,
            Judging judging,
            IdempotencyKeys keys,
            McpAddresses addresses) {
        this.rollouts = rollouts;
        this.catalogue = catalogue;
        this.judging = judging;
        this.keys = keys;
        this.addresses = addresses;
    }

    /** A renewed lease. */
    record Lease(String id, Instant expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BegunRollout> begin(
            @RequestBody BeginRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        BeginRequest.Wanted wanted = request.wanted();
        BegunRollout begun =
                keys.once(
                        key,
                        request,
                        BegunRollout.class,
                        () -> {
                            Environment environment = catalogue.get(wanted.environment());
                            Task task =
                                    judging.pose(
                                            environment,
                                            wanted.task(),
                                            wanted.expectDigest(),
                                            "/task",
                                            Judging.Turn.NOW);
                            return BegunRollout.of(
                                    rollouts.begin(environment, task, wanted.labels()), addresses);
                        });
        return ResponseEntity.created(URI.create("/v1/rollouts/" + begun.id())).body(begun);
    }

    @PostMapping("/{id}/actions")
    ActionReply act(@PathVariable String id, @RequestBody ActionRequest request) {
        return rollouts.act(id, request);
    }

    @PostMapping("/{id}/heartbeat")
    Lease heartbeat(@PathVariable String id) {
        Rollout rollout = rollouts.heartbeat(id);
        return new Lease(rollout.id(), rollout.expiresAt());
    }

    @GetMapping("/{id}")
    ShownRollout show(@PathVariable String id) {
        return ShownRollout.of(rollouts.get(id));
    }

    @DeleteMapping("/{id}")
    ShownRollout cancel(@PathVariable String id) {
        return ShownRollout.of(rollouts.cancel(id));
    }
}
