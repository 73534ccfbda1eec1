package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Constraint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether one change is what a constraint allows, under the intent of the task. */
record ConstraintCheck(Intent intent) {

    boolean allows(Constraint constraint, Change change) {
        return switch (constraint) {
            case Constraint.Remove _ -> change.after().isEmpty();
            case Constraint.Exact(var value) ->
                    change.after().filter(after -> TreeDiff.same(after, value)).isPresent();
            case Constraint.OneOf(var values) ->
                    change.after().filter(after -> contains(values, after)).isPresent();
            case Constraint.Subset(var values) ->
                    change.after()
                            .filter(after -> isSubset(after, change.before(), values))
                            .isPresent();
            case Constraint.SameRepository _ ->
                    change.after()
                            .filter(after -> isAllowedImage(change.before(), after))
                            .isPresent();
            case Constraint.QuantityBetween(var min, var max) ->
                    change.after()
                            .filter(after -> isBetween(after, change.path().getLast(), min, max))
                            .isPresent();
            case Constraint.NarrowerCidr _ ->
                    change.before()
                            .filter(before ->
                                    Cidrs.areNarrower(before, change.after(), intent.sources()))
                            .isPresent();
            case Constraint.NarrowerPattern _ ->
                    change.before().isPresent()
                            && change.after().isPresent()
                            && Patterns.areNarrower(change.before().get(), change.after().get());
            case Constraint.Name _ ->
                    change.after()
                            .filter(after -> after.asString("").matches("[A-Za-z0-9._/-]{1,100}"))
                            .isPresent();
            case Constraint.Reference(var type) ->
                    change.after().filter(after -> isReferenceTo(type, after)).isPresent();
            case Constraint.NonRootUid _ ->
                    // An id that is not root is the workload's own, and stays.
                    change.before().filter(ConstraintCheck::isNonRootUid).isEmpty()
                            && change.after().filter(ConstraintCheck::isNonRootUid).isPresent();
        };
    }

    private static boolean contains(List<JsonNode> values, JsonNode value) {
        return values.stream().anyMatch(candidate -> TreeDiff.same(candidate, value));
    }

    private static boolean isNonRootUid(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0;
    }

    /** What is left stands in its order and once; all else is one of the values. */
    private static boolean isSubset(
            JsonNode after, Optional<JsonNode> before, List<JsonNode> values) {
        if (!after.isArray()) {
            return false;
        }
        Set<JsonNode> was = new LinkedHashSet<>();
        before.filter(JsonNode::isArray).ifPresent(list -> was.addAll(list.values()));
        Set<JsonNode> is = new LinkedHashSet<>(after.values());
        List<JsonNode> left = is.stream().filter(was::contains).toList();
        return is.size() == after.size()
                && left.equals(was.stream().filter(is::contains).toList())
                && is.stream().allMatch(one -> was.contains(one) || contains(values, one));
    }

    private boolean isAllowedImage(Optional<JsonNode> before, JsonNode after) {
        Optional<Image> was =
                before.filter(JsonNode::isString).flatMap(node -> Image.of(node.stringValue()));
        Optional<Image> is = after.isString() ? Image.of(after.stringValue()) : Optional.empty();
        if (was.isEmpty()
                || is.isEmpty()
                || !was.get().repository().equals(is.get().repository())
                || !is.get().isPinned()) {
            return false;
        }
        return intent.images().isEmpty()
                || intent.images().contains(after.stringValue())
                || is.get().tag().filter(intent.images()::contains).isPresent();
    }

    private boolean isBetween(JsonNode after, String resource, String min, String max) {
        Intent.Range range = intent.resources().getOrDefault(resource, new Intent.Range(min, max));
        return Quantity.of(after)
                .filter(amount -> amount.compareTo(Quantity.of(range.min()).orElseThrow()) >= 0)
                .filter(amount -> amount.compareTo(Quantity.of(range.max()).orElseThrow()) <= 0)
                .isPresent();
    }

    /** Of the form in which a kind keeps references that it could not resolve. */
    private static boolean isReferenceTo(String type, JsonNode after) {
        return after.path("$of").asString("").matches("(?:.*[./])?" + type + "\\.[A-Za-z0-9_-]+");
    }
}
