package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.UNKNOWN_ESTIMATOR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every estimator there is, by name. */
public final class Estimators {

    private static final Map<String, Recipe> BY_NAME = byName();

    private Estimators() {}

    /**
     * The estimator of that name.
     *
     * @param parameters as they come out of JSON: numbers, words, lists. A null counts as not given; a number where a word
     *     is needed, or a name that {@link #describe} does not list, is refused
     * @throws RewardsRefusedException where there is no such estimator or a parameter does not suit it
     */
    public static Estimator named(String name, Map<String, ? extends @Nullable Object> parameters) {
        Recipe recipe = recipe(name);
        return recipe.make().apply(EstimatorParameters.of(recipe.description(), parameters));
    }

    /**
     * The estimator of that name, its parameters as text, as in the query of a URL. Lists are separated by commas.
     *
     * @throws RewardsRefusedException as {@link #named} does
     */
    public static Estimator namedFromText(String name, Map<String, String> parameters) {
        Recipe recipe = recipe(name);
        return recipe.make().apply(EstimatorParameters.ofText(recipe.description(), parameters));
    }

    /** The papers of every estimator, the simple ones first. */
    public static List<EstimatorDescription> describe() {
        return BY_NAME.values().stream().map(Recipe::description).toList();
    }

    /**
     * The papers of one estimator.
     *
     * @throws RewardsRefusedException where there is none of that name
     */
    public static EstimatorDescription describe(String name) {
        return recipe(name).description();
    }

    private static Recipe recipe(String name) {
        Recipe recipe = BY_NAME.get(name);
        if (recipe == null) {
            throw new RewardsRefusedException(
                    UNKNOWN_ESTIMATOR,
                    "There is no estimator %s; there are %s."
                            .formatted(name, String.join(", ", BY_NAME.keySet())));
        }
        return recipe;
    }

    private static Map<String, Recipe> byName() {
        var recipes =
                List.of(
                        new Recipe(Reinforce.DESCRIPTION, _ -> new Reinforce()),
                        new Recipe(MeanBaseline.DESCRIPTION, _ -> new MeanBaseline()),
                        new Recipe(Rloo.DESCRIPTION, _ -> new Rloo()),
                        new Recipe(Grpo.DESCRIPTION, Grpo::from),
                        new Recipe(MaxRlConditional.DESCRIPTION, _ -> new MaxRlConditional()),
                        new Recipe(MaxRlControlVariate.DESCRIPTION, MaxRlControlVariate::from),
                        new Recipe(MaxRlZeroed.DESCRIPTION, MaxRlZeroed::from),
                        new Recipe(MaxRlU.DESCRIPTION, MaxRlU::from),
                        new Recipe(MaxRlPartial.DESCRIPTION, MaxRlPartial::from),
                        new Recipe(MaxRlRange.DESCRIPTION, MaxRlRange::from),
                        new Recipe(Pkpo.DESCRIPTION, Pkpo::from),
                        new Recipe(PkpoMax.DESCRIPTION, PkpoMax::from),
                        new Recipe(ReinforcePp.DESCRIPTION, ReinforcePp::from),
                        new Recipe(ReinforcePpBaseline.DESCRIPTION, ReinforcePpBaseline::from),
                        new Recipe(Gdpo.DESCRIPTION, Gdpo::from));
        var byName = new LinkedHashMap<String, Recipe>();
        for (Recipe recipe : recipes) {
            byName.put(recipe.description().name(), recipe);
        }
        return byName;
    }

    private record Recipe(
            EstimatorDescription description, Function<EstimatorParameters, Estimator> make) {}
}
