package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Constraint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether one change is what a constraint allows, under the intent of the task. */
record ConstraintCheck(Intent intent) {

    private static final Pattern RESOURCE_NAME =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?");

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
                    change.after().filter(after -> isNarrower(change.before(), after)).isPresent();
            case Constraint.ResourceName _ ->
                    change.before().isEmpty()
                            && change.after().filter(ConstraintCheck::isResourceName).isPresent();
            case Constraint.NonRootUid _ ->
                    // An id that is not root is the workload's own, and stays.
                    change.before().filter(ConstraintCheck::isNonRootUid).isEmpty()
                            && change.after().filter(ConstraintCheck::isNonRootUid).isPresent();
        };
    }

    private static boolean contains(List<JsonNode> values, JsonNode value) {
        return values.stream().anyMatch(candidate -> TreeDiff.same(candidate, value));
    }

    private static boolean isResourceName(JsonNode value) {
        return value.isString() && RESOURCE_NAME.matcher(value.stringValue()).matches();
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

    private static boolean isNarrower(Optional<JsonNode> before, JsonNode after) {
        Optional<Cidr> was =
                before.filter(JsonNode::isString).flatMap(node -> Cidr.of(node.stringValue()));
        Optional<Cidr> is = after.isString() ? Cidr.of(after.stringValue()) : Optional.empty();
        return was.isPresent() && is.isPresent() && is.get().isNarrowerThan(was.get());
    }
}
