package dev.svgym.server.metrics;

import dev.svgym.environment.Verdict;
import dev.svgym.reward.RewardRange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is counted and timed. */
@Component
public class Meters {

    private static final String ENVIRONMENT = "environment";

    private final MeterRegistry registry;
    private final Map<String, OfVerdicts> ofVerdicts = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Meters that are used for each verdict of an environment: looked up once. */
    private record OfVerdicts(
            Timer judging,
            Timer verification,
            DistributionSummary reward,
            Counter successes,
            Counter failures) {}

    /** Rollouts that were begun. */
    public void begun(String environment) {
        registry.counter("svgym.rollouts.begun", ENVIRONMENT, environment).increment();
    }

    /** A rollout that ended, by whatever. */
    public void ended(String environment, Verdict verdict) {
        if (verdict.ending() == Verdict.Ending.TRUNCATED) {
            registry.counter("svgym.rollouts.truncated", ENVIRONMENT, environment).increment();
        } else {
            registry.counter(
                            "svgym.rollouts.finished",
                            ENVIRONMENT,
                            environment,
                            "outcome",
                            verdict.ending().label())
                    .increment();
        }
        judged(environment, verdict);
    }

    /** A verdict, of a rollout or of a batch. Rewards are mapped into [0, 1], because meters drop what is negative. */
    public void judged(String environment, Verdict verdict) {
        if (verdict.reward().isEmpty()) {
            return;
        }
        RewardRange range = verdict.rewardRange();
        OfVerdicts meters = of(environment);
        meters.reward()
                .record(
                        (verdict.reward().getAsDouble() - range.min())
                                / (range.max() - range.min()));
        (verdict.success().orElse(0) == 1 ? meters.successes() : meters.failures()).increment();
    }

    /** Times one call of an environment's verifier, from the moment that a thread takes it up. */
    public <T> T judging(String environment, Supplier<T> work) {
        return of(environment).judging().record(work);
    }

    /** Times one batch of {@code POST /v1/verify}. */
    public void verification(String environment, Runnable work) {
        of(environment).verification().record(work);
    }

    /** An engine that failed where it was needed. */
    public void engineFault(String environment, String engine) {
        registry.counter("svgym.engine.faults", ENVIRONMENT, environment, "engine", engine)
                .increment();
    }

    /** A request that ended with a problem. */
    public void problem(String slug) {
        registry.counter("svgym.problems", "type", slug).increment();
    }

    /** Rollouts that are open now. */
    public void openRollouts(Supplier<Number> count) {
        Gauge.builder("svgym.rollouts.open", count).register(registry);
    }

    /** Sessions of a foreign protocol that are open now. */
    public void sessions(String protocol, Supplier<Number> count) {
        Gauge.builder("svgym.sessions", count).tag("protocol", protocol).register(registry);
    }

    /** Steps that wait for a thread or have one. */
    public void judgingQueue(Supplier<Number> length) {
        Gauge.builder("svgym.judging.queue", length).register(registry);
    }

    private OfVerdicts of(String environment) {
        return ofVerdicts.computeIfAbsent(
                environment,
                id ->
                        new OfVerdicts(
                                Timer.builder("svgym.judging")
                                        .description("Time that one step of an environment takes")
                                        .tag(ENVIRONMENT, id)
                                        .publishPercentileHistogram()
                                        .register(registry),
                                Timer.builder("svgym.verify")
                                        .description("Time that a batch takes")
                                        .tag(ENVIRONMENT, id)
                                        .publishPercentileHistogram()
                                        .register(registry),
                                DistributionSummary.builder("svgym.reward.normalised")
                                        .description(
                                                "Reward of verdicts, mapped from its range into [0, 1]")
                                        .tag(ENVIRONMENT, id)
                                        .serviceLevelObjectives(
                                                0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
                                        .register(registry),
                                verdicts(id, 1),
                                verdicts(id, 0)));
    }

    private Counter verdicts(String environment, int success) {
        return registry.counter(
                "svgym.verdicts", ENVIRONMENT, environment, "success", Integer.toString(success));
    }
}
