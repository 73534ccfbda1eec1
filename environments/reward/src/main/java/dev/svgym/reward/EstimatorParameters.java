package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.UNKNOWN_PARAMETER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The parameters that somebody gave, read by the description of the estimator they are for. */
final class EstimatorParameters {

    private final EstimatorDescription description;
    private final Map<String, Object> values;

    private EstimatorParameters(EstimatorDescription description, Map<String, Object> values) {
        this.description = description;
        this.values = values;
    }

    static EstimatorParameters of(
            EstimatorDescription description, Map<String, ? extends @Nullable Object> given) {
        for (String name : given.keySet()) {
            parameter(description, name);
        }
        var values = new HashMap<String, Object>();
        for (EstimatorParameter parameter : description.parameters()) {
            Object value = given.get(parameter.name());
            if (value != null) {
                values.put(parameter.name(), value);
            } else if (parameter.standard().isPresent()) {
                values.put(parameter.name(), parameter.standard().get());
            } else if (parameter.required()) {
                throw new RewardsRefusedException(
                        BAD_PARAMETER,
                        "%s needs the parameter %s: %s"
                                .formatted(
                                        description.name(), parameter.name(), parameter.meaning()));
            }
        }
        return new EstimatorParameters(description, values);
    }

    static EstimatorParameters ofText(EstimatorDescription description, Map<String, String> given) {
        var values = new HashMap<String, Object>();
        given.forEach((name, text) ->
                values.put(name, read(parameter(description, name).kind(), name, text)));
        return of(description, values);
    }

    private static Object read(EstimatorParameter.Kind kind, String name, String text) {
        return switch (kind) {
            case INTEGER, NUMBER -> number(name, text);
            case CHOICE -> text;
            case CHOICES -> List.of(text.split(",", -1));
            case NUMBERS -> numbers(name, text);
            case CONDITIONS -> {
                List<Object> flat = numbers(name, text);
                var triples = new ArrayList<Object>();
                for (int i = 0; i < flat.size(); i += 3) {
                    triples.add(List.copyOf(flat.subList(i, Math.min(i + 3, flat.size()))));
                }
                yield triples;
            }
        };
    }

    private static List<Object> numbers(String name, String text) {
        var numbers = new ArrayList<Object>();
        for (String item : text.split(",", -1)) {
            numbers.add(number(name, item));
        }
        return numbers;
    }

    private static BigDecimal number(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw bad("The parameter %s must be a number, got '%s'.".formatted(name, text));
        }
    }

    private static EstimatorParameter parameter(EstimatorDescription description, String name) {
        for (EstimatorParameter parameter : description.parameters()) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        List<String> known =
                description.parameters().stream().map(EstimatorParameter::name).toList();
        throw new RewardsRefusedException(
                UNKNOWN_PARAMETER,
                "%s has no parameter %s; it has %s."
                        .formatted(
                                description.name(),
                                name,
                                known.isEmpty() ? "none" : String.join(", ", known)));
    }

    /** A whole number; what does not fit is the nearest that does, since every use has a range or a cap. */
    OptionalInt integer(String name) {
        Object value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(wholeNumber(name, value));
    }

    int givenInteger(String name) {
        return wholeNumber(name, given(name));
    }

    double givenNumber(String name) {
        return finite(name, given(name));
    }

    <C extends Enum<C>> C givenChoice(String name, Class<C> choices) {
        return choice(name, given(name), choices);
    }

    Optional<List<Double>> numbers(String name) {
        return list(name).map(list -> list.stream().map(item -> finite(name, item)).toList());
    }

    <C extends Enum<C>> Optional<List<C>> choices(String name, Class<C> choices) {
        return list(name)
                .map(list -> list.stream().map(item -> choice(name, item, choices)).toList());
    }

    List<Gdpo.Condition> conditions(String name) {
        return list(name).orElse(List.of()).stream()
                .map(item -> {
                    if (!(item instanceof List<?> triple) || triple.size() != 3) {
                        throw bad(
                                "Every entry of %s must be [easy part, hard part, threshold], got %s."
                                        .formatted(name, item));
                    }
                    return new Gdpo.Condition(
                            wholeNumber(name, triple.get(0)),
                            wholeNumber(name, triple.get(1)),
                            finite(name, triple.get(2)));
                })
                .toList();
    }

    private Optional<List<?>> list(String name) {
        Object value = values.get(name);
        return switch (value) {
            case null -> Optional.empty();
            case List<?> list -> Optional.of(list);
            default -> throw bad("The parameter %s must be a list, got %s.".formatted(name, value));
        };
    }

    private Object given(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "%s declares %s neither required nor with a default"
                            .formatted(description.name(), name));
        }
        return value;
    }

    private static int wholeNumber(String name, @Nullable Object value) {
        double number = finite(name, value);
        if (number != Math.rint(number)) {
            throw bad("The parameter %s must be a whole number, got %s.".formatted(name, value));
        }
        return (int) number;
    }

    private static double finite(String name, @Nullable Object value) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            throw bad("The parameter %s needs finite numbers, got %s.".formatted(name, value));
        }
        return number.doubleValue();
    }

    private static <C extends Enum<C>> C choice(
            String name, @Nullable Object value, Class<C> choices) {
        for (C choice : choices.getEnumConstants()) {
            if (word(choice).equals(value)) {
                return choice;
            }
        }
        throw bad(
                "The parameter %s must be one of %s, got %s."
                        .formatted(name, words(choices), value));
    }

    /** The choices as they are written in parameters. */
    static <C extends Enum<C>> List<String> words(Class<C> choices) {
        return List.of(choices.getEnumConstants()).stream().map(EstimatorParameters::word).toList();
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static RewardsRefusedException bad(String sentence) {
        return new RewardsRefusedException(BAD_PARAMETER, sentence);
    }
}
