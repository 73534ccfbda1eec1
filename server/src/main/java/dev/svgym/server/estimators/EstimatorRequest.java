package dev.svgym.server.estimators;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.reward.Estimator;
import dev.svgym.reward.Estimators;
import dev.svgym.reward.Gdpo;
import dev.svgym.reward.InvalidPolicy;
import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.server.problems.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which estimator makes advantages of verdicts.
 *
 * @param params as the estimator's description names them
 * @param signal what of a verdict goes in; {@code success} where it is not given, {@code parts} for {@code gdpo}
 */
public record EstimatorRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
        @Nullable Map<String, @Nullable Object> params,
        @Nullable Signal signal) {

    /** What of a verdict is the reward of an estimator. */
    public enum Signal {
        @JsonProperty("success")
        SUCCESS,
        @JsonProperty("reward")
        REWARD,
        @JsonProperty("parts")
        PARTS
    }

    /** What becomes of rollouts without a reward. */
    public enum Nulls {
        @JsonProperty("exclude")
        EXCLUDE,
        @JsonProperty("fail")
        FAIL;

        /** The module's word; what is not given excludes. */
        public static InvalidPolicy policy(@Nullable Nulls given) {
            return given == FAIL ? InvalidPolicy.FAIL : InvalidPolicy.EXCLUDE;
        }
    }

    /**
     * The estimator with its parameters, checked. Ranges and weights that are not given are those of the environment.
     */
    public Estimation estimation(EnvironmentCard card, InvalidPolicy nulls) {
        if (name == null) {
            throw FieldErrors.single(
                    "/estimator/name", "expected the name of an estimator, got none");
        }
        Map<String, Object> given = new LinkedHashMap<>();
        if (params != null) {
            params.forEach((key, value) -> {
                if (value != null) {
                    given.put(key, value);
                }
            });
        }
        return estimation(
                name, given, values -> Estimators.named(name, values), signal, card, nulls);
    }

    /** The same for parameters that came as text, in the query of a URL. */
    public static Estimation estimation(
            String name,
            Map<String, String> params,
            @Nullable Signal signal,
            EnvironmentCard card,
            InvalidPolicy nulls) {
        return estimation(
                name,
                params,
                texts -> {
                    Map<String, String> all = new LinkedHashMap<>();
                    texts.forEach((key, value) -> all.put(key, text(value)));
                    return Estimators.namedFromText(name, all);
                },
                signal,
                card,
                nulls);
    }

    private static Estimation estimation(
            String name,
            Map<String, ?> given,
            Function<Map<String, Object>, Estimator> make,
            @Nullable Signal signal,
            EnvironmentCard card,
            InvalidPolicy nulls) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        Signal wanted = signal == null ? standard(name) : signal;
        if (wanted == Signal.REWARD && name.equals("maxrl_range")) {
            values.putIfAbsent("lo", card.rewardRange().min());
            values.putIfAbsent("hi", card.rewardRange().max());
        }
        if (wanted == Signal.PARTS && name.equals("gdpo")) {
            values.putIfAbsent(
                    "weights",
                    card.parts().stream().map(EnvironmentCard.PartCard::weight).toList());
        }
        Estimator estimator = make.apply(values);
        if (estimator instanceof Gdpo != (wanted == Signal.PARTS)) {
            throw new RewardsRefusedException(
                    RewardsRefusedException.Code.BAD_PARAMETER,
                    "%s does not take the signal %s: gdpo takes parts, every other estimator success or reward."
                            .formatted(name, wanted.name().toLowerCase(Locale.ROOT)));
        }
        if (wanted == Signal.PARTS && nulls == InvalidPolicy.FAIL) {
            throw new RewardsRefusedException(
                    RewardsRefusedException.Code.BAD_PARAMETER,
                    "gdpo leaves lost rollouts out; invalid_policy fail is for a single reward.");
        }
        return new Estimation(estimator, wanted, nulls);
    }

    private static Signal standard(String name) {
        return name.equals("gdpo") ? Signal.PARTS : Signal.SUCCESS;
    }

    private static String text(Object value) {
        return value instanceof Iterable<?> list
                ? String.join(
                        ",",
                        StreamSupport.stream(list.spliterator(), false)
                                .map(Objects::toString)
                                .toList())
                : value.toString();
    }
}
