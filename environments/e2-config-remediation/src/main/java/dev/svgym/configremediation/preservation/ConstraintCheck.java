package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Constraint;
import dev.svgym.configremediation.model.Quantity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Whether one change is what constraints allow, under the intent of the task.
 *
 * @param before the object as it was
 * @param after the object as it is
 * @param references to the objects as they are
 */
record ConstraintCheck(Intent intent, JsonNode before, JsonNode after, References references) {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{0,100}");
    private static final String INSTRUCTIONS = "instructions";
    private static final Set<String> VARIABLES = Set.of("ENV ", "ARG ");
    private static final Set<String> OF_SECRETS = Set.of("type", "id", "env", "required");
    private static final Pattern RESOURCE_NAME =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?");

    private static final Pattern REMARK =
            Pattern.compile("[\\p{Alnum} .,:;()/_'!#$%&*+=?@\\[\\]<>^~{}-]{1,200}");

    /**
     * Whether one of the constraints allows the change, or those that say what may go from a list and come into it do
     * together: each is of one violated rule, and a repair answers to all.
     */
    boolean allow(List<Constraint> constraints, Change change) {
        return constraints.stream().anyMatch(constraint -> allows(constraint, change))
                || isAllowedList(constraints, change)
                || Phrases.areAllowed(constraints, change);
    }

    private boolean allows(Constraint constraint, Change change) {
        return switch (constraint) {
            case Constraint.Remove _ -> change.after().isEmpty();
            case Constraint.Exact(var value) ->
                    change.after().filter(after -> TreeDiff.same(after, value)).isPresent();
            case Constraint.OneOf(var values) ->
                    change.after().filter(after -> contains(values, after)).isPresent();
            case Constraint.Added(var value) ->
                    change.before().isEmpty()
                            && change.after()
                                    .filter(after -> TreeDiff.same(after, value))
                                    .isPresent();
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
                            && Patterns.areNarrower(
                                    change.before().get(),
                                    change.after().get(),
                                    change.path().getLast().equals("Principal"));
            case Constraint.NarrowerMode _ ->
                    change.before().isPresent()
                            && change.after().isPresent()
                            && FileMode.isNarrower(
                                    change.before().get().asString(""),
                                    change.after().get().asString(""));
            case Constraint.SecretMounts _ ->
                    change.before().isEmpty()
                            && change.after().filter(this::areSecrets).isPresent();
            case Constraint.Name _ ->
                    change.after()
                            .filter(after -> after.asString("").matches("[A-Za-z0-9._/-]{1,100}"))
                            .isPresent();
            case Constraint.Reference(var type) ->
                    change.after().filter(after -> references.leadTo(type, after)).isPresent();
            case Constraint.Remark _ ->
                    change.after()
                            .filter(after -> REMARK.matcher(after.asString("")).matches())
                            .isPresent();
            case Constraint.Supplied _ ->
                    change.after().filter(references.supply()::gives).isPresent();
            case Constraint.SuppliedWithin _ ->
                    change.before().isPresent()
                            && change.after()
                                    .filter(after ->
                                            references.supply().fills(change.before().get(), after))
                                    .isPresent();
            case Constraint.ResourceName _ ->
                    change.before().isEmpty()
                            && change.after().filter(ConstraintCheck::isResourceName).isPresent();
            case Constraint.NonRootUser _ ->
                    change.before().filter(ImageUser::isNotRoot).isEmpty()
                            && change.after().filter(ImageUser::isNotRoot).isPresent();
            case Constraint.NonRootUid _ ->
                    // An id that is not root is the workload's own, and stays.
                    change.before().filter(ConstraintCheck::isNonRootUid).isEmpty()
                            && change.after().filter(ConstraintCheck::isNonRootUid).isPresent();
            case Constraint.SameAs(var key) -> isSame(change.after(), sibling(before, change, key));
            case Constraint.MovedTo(var key) ->
                    change.after().isEmpty()
                            && isSame(change.before(), sibling(after, change, key));
            case Constraint.ReplacedBy(var key) ->
                    change.after().isEmpty()
                            && sibling(after, change, key)
                                    .filter(ConstraintCheck::standsIn)
                                    .isPresent();
            // These are for a list or a role as a whole.
            case Constraint.Without _, Constraint.WithoutAllBut _, Constraint.Gaining _ -> false;
            case Constraint.Words _ -> false;
            case Constraint.GrantsWithout _, Constraint.GrantsNamed _ -> false;
        };
    }

    private static Optional<JsonNode> sibling(JsonNode root, Change change, String key) {
        return TreeDiff.at(root, change.path().subList(0, change.path().size() - 1))
                .flatMap(parent -> parent.optional(key));
    }

    private static boolean standsIn(JsonNode value) {
        return value.isBoolean()
                ? value.booleanValue()
                : value.isString() ? !value.stringValue().isBlank() : !value.isEmpty();
    }

    private static boolean isSame(Optional<JsonNode> one, Optional<JsonNode> other) {
        return one.isPresent()
                && other.isPresent()
                && !one.get().isNull()
                && TreeDiff.same(one.get(), other.get());
    }

    /** Whether the rules of a role, under a path, still grant all that the constraints do not let go. */
    boolean allowGrants(List<Constraint> constraints, List<String> path) {
        JsonNode none = JsonNodeFactory.instance.arrayNode();
        Optional<Grants> was = Grants.of(TreeDiff.at(before, path).orElse(none));
        Optional<Grants> is = Grants.of(TreeDiff.at(after, path).orElse(none));
        return was.isPresent() && is.isPresent() && is.get().repair(was.get(), constraints);
    }

    /** What is left stands in its order, and what goes and what comes is each allowed by some constraint. */
    private static boolean isAllowedList(List<Constraint> constraints, Change change) {
        Optional<List<JsonNode>> before = list(change.before());
        Optional<List<JsonNode>> after = list(change.after());
        if (before.isEmpty()
                || after.isEmpty()
                || constraints.stream().noneMatch(ConstraintCheck::isOfLists)) {
            return false;
        }
        Set<JsonNode> was = new LinkedHashSet<>(before.get());
        Set<JsonNode> is = new LinkedHashSet<>(after.get());
        return is.size() == after.get().size()
                && isInOrder(was, is)
                && was.stream()
                        .filter(one -> !is.contains(one))
                        .allMatch(one -> constraints.stream().anyMatch(rule -> lets(rule, one)))
                && is.stream()
                        .filter(one -> !was.contains(one))
                        .allMatch(one -> constraints.stream().anyMatch(rule -> gains(rule, one)));
    }

    /** No list is an empty one; anything else that is there is none. */
    private static Optional<List<JsonNode>> list(Optional<JsonNode> value) {
        if (value.isEmpty()) {
            return Optional.of(List.of());
        }
        return value.filter(JsonNode::isArray).map(list -> List.copyOf(list.values()));
    }

    private static boolean isInOrder(Set<JsonNode> was, Set<JsonNode> is) {
        return is.stream()
                .filter(was::contains)
                .toList()
                .equals(was.stream().filter(is::contains).toList());
    }

    private static boolean isOfLists(Constraint constraint) {
        return constraint instanceof Constraint.Without
                || constraint instanceof Constraint.WithoutAllBut
                || constraint instanceof Constraint.Gaining;
    }

    private static boolean lets(Constraint constraint, JsonNode gone) {
        return switch (constraint) {
            case Constraint.Without(var values) -> contains(values, gone);
            case Constraint.WithoutAllBut(var values) -> !contains(values, gone);
            default -> false;
        };
    }

    private static boolean gains(Constraint constraint, JsonNode come) {
        return constraint instanceof Constraint.Gaining(var values) && contains(values, come);
    }

    private static boolean contains(List<JsonNode> values, JsonNode value) {
        return values.stream().anyMatch(candidate -> TreeDiff.same(candidate, value));
    }

    private boolean areSecrets(JsonNode mounts) {
        return mounts.isArray()
                ? mounts.values().stream().allMatch(this::isSecret)
                : isSecret(mounts);
    }

    /** A variable is one that was there and has no value of its own any more. */
    private boolean isSecret(JsonNode mount) {
        String variable = mount.path("env").asString("");
        JsonNode was = before.path(INSTRUCTIONS);
        JsonNode is = after.path(INSTRUCTIONS);
        boolean standsIn =
                VARIABLES.stream().anyMatch(kind -> was.has(kind + variable))
                        && VARIABLES.stream()
                                .noneMatch(kind -> is.path(kind + variable).has("value"));
        return mount.path("type").asString("").equals("secret")
                && (variable.isEmpty() || standsIn)
                && mount.properties().stream()
                        .allMatch(field ->
                                OF_SECRETS.contains(field.getKey())
                                        && NAME.matcher(field.getValue().asString(".")).matches());
    }

    private static boolean isResourceName(JsonNode value) {
        return value.isString() && RESOURCE_NAME.matcher(value.stringValue()).matches();
    }

    /** Between whole numbers lie whole ones: days and characters have no halves. */
    private static boolean isWhole(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue().stripTrailingZeros().scale() <= 0
                : WHOLE.matcher(value.asString("")).matches();
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
        return is.size() == after.size()
                && isInOrder(was, is)
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
                || isAllowedTag(is.get());
    }

    /** Beside a digest a tag says nothing. */
    private boolean isAllowedTag(Image image) {
        return image.digest().isEmpty()
                && image.tag().filter(intent.images()::contains).isPresent();
    }

    private boolean isBetween(JsonNode after, String resource, String min, String max) {
        if (WHOLE.matcher(min).matches() && WHOLE.matcher(max).matches() && !isWhole(after)) {
            return false;
        }
        Intent.Range range = intent.resources().getOrDefault(resource, new Intent.Range(min, max));
        return Quantity.of(after)
                .filter(amount -> amount.compareTo(Quantity.of(range.min()).orElseThrow()) >= 0)
                .filter(amount -> amount.compareTo(Quantity.of(range.max()).orElseThrow()) <= 0)
                .isPresent();
    }
}
