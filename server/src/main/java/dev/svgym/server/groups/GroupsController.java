package dev.svgym.server.groups;

import dev.svgym.environment.EnvironmentCard;
import dev.svgym.server.estimators.Estimation;
import dev.svgym.server.estimators.EstimatorRequest;
import dev.svgym.server.estimators.EstimatorRequest.Nulls;
import dev.svgym.server.estimators.EstimatorRequest.Signal;
import dev.svgym.server.problems.Excerpt;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.rollouts.BegunRollout;
import dev.svgym.server.rollouts.IdempotencyKeys;
import dev.svgym.server.rollouts.McpAddresses;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Groups of rollouts, over HTTP. */
@RestController
@RequestMapping("/v1/groups")
class GroupsController {

    private final Groups groups;
    private final GroupSettings settings;
    private final IdempotencyKeys keys;
    private final McpAddresses addresses;

    GroupsController(
            Groups groups, GroupSettings settings, IdempotencyKeys keys, McpAddresses addresses) {
        this.groups = groups;
        this.settings = settings;
        this.keys = keys;
        this.addresses = addresses;
    }

    /** A group as it begins. */
    record BegunGroup(String id, List<BegunRollout> rollouts) {

        static BegunGroup of(Groups.Begun begun, McpAddresses addresses) {
            return new BegunGroup(
                    begun.id(),
                    begun.rollouts().stream()
                            .map(rollout -> BegunRollout.of(rollout, addresses))
                            .toList());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BegunGroup> begin(
            @RequestBody GroupRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        GroupRequest.Wanted wanted = request.wanted(settings.maxSize());
        BegunGroup begun =
                keys.once(
                        key,
                        request,
                        BegunGroup.class,
                        () -> BegunGroup.of(groups.begin(wanted), addresses));
        return ResponseEntity.created(URI.create("/v1/groups/" + begun.id())).body(begun);
    }

    @GetMapping("/{id}")
    GroupReport show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String estimator,
            @RequestParam(required = false) @Nullable String signal,
            @RequestParam(name = "invalid_policy", required = false) @Nullable String invalidPolicy,
            @Parameter(hidden = true) @RequestParam Map<String, String> query) {
        Map<String, String> params = new LinkedHashMap<>(query);
        List.of("estimator", "signal", "invalid_policy").forEach(params::remove);
        var errors = new FieldErrors();
        errors.require(
                estimator != null || params.isEmpty(),
                "estimator",
                "expected the name of an estimator beside its parameters, got none");
        Signal wanted = word(Signal.class, signal, "signal", errors);
        Nulls nulls = word(Nulls.class, invalidPolicy, "invalid_policy", errors);
        errors.throwIfAny();
        return groups.report(id, card -> estimation(estimator, params, wanted, card, nulls));
    }

    @PostMapping("/{id}/finalize")
    GroupReport finish(@PathVariable String id) {
        groups.finish(id);
        return groups.report(id, _ -> Optional.empty());
    }

    private static Optional<Estimation> estimation(
            @Nullable String name,
            Map<String, String> params,
            @Nullable Signal signal,
            EnvironmentCard card,
            @Nullable Nulls nulls) {
        return name == null
                ? Optional.empty()
                : Optional.of(
                        EstimatorRequest.estimation(
                                name, params, signal, card, Nulls.policy(nulls)));
    }

    private static <E extends Enum<E>> @Nullable E word(
            Class<E> type, @Nullable String text, String parameter, FieldErrors errors) {
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        errors.add(
                parameter,
                "expected one of %s, got %s"
                        .formatted(
                                List.of(type.getEnumConstants()).stream()
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .toList(),
                                Excerpt.of(text)));
        return null;
    }
}
