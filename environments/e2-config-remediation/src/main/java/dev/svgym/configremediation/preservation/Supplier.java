package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Companion;
import dev.svgym.configremediation.catalogue.Constraint;
import dev.svgym.configremediation.catalogue.FixPath;
import dev.svgym.configremediation.model.PartialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A type of object that secrets come from.
 *
 * @param type of the object
 * @param secret attribute that is the secret; empty where the object itself is; absent where it only leads to another one
 * @param fields what may stand in one that a repair adds
 * @param gains what one that is there may come by
 */
record Supplier(String type, Optional<String> secret, List<FixPath> fields, List<FixPath> gains) {

    private static final String VARIABLE = "variable";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode TRUE = NODES.booleanNode(true);
    private static final Constraint NAME = new Constraint.Name();

    private static final List<Supplier> ALL =
            List.of(
                    variable(),
                    generated("random_password", "result"),
                    kept(
                            "data.aws_secretsmanager_secret_version",
                            "secret_string",
                            "secret_id",
                            "aws_secretsmanager_secret"),
                    leading("data.aws_secretsmanager_secret", "name"),
                    kept("data.aws_ssm_parameter", "value", "name", "aws_ssm_parameter"),
                    kept(
                            "data.google_secret_manager_secret_version",
                            "secret_data",
                            "secret",
                            "google_secret_manager_secret"),
                    keptIn(
                            "data.azurerm_key_vault_secret",
                            "value",
                            "key_vault_id",
                            "azurerm_key_vault"));

    Supplier {
        fields = List.copyOf(fields);
        gains = List.copyOf(gains);
    }

    /** That of an object; absent where no secret comes from it. */
    static Optional<Supplier> ofId(String id) {
        return ALL.stream().filter(supplier -> supplier.names(id)).findFirst();
    }

    /** A variable of a called module has no value but what the call gives. */
    private boolean names(String id) {
        String before = type.equals(VARIABLE) ? "(?:.*/)?var" : "(?:.*[./])?" + Pattern.quote(type);
        return id.matches(before + "\\.[A-Za-z0-9_-]+");
    }

    /** Whether an object is such that a secret comes from it. */
    boolean isReady(JsonNode object) {
        return type.equals(VARIABLE)
                ? object.path("sensitive").equals(TRUE)
                : !object.has("count") && !object.has("for_each");
    }

    Companion companion() {
        return new Companion(type, "", fields);
    }

    Companion change() {
        return new Companion(type, "", gains);
    }

    private static Supplier variable() {
        FixPath sensitive = field("sensitive", new Constraint.Exact(TRUE));
        return new Supplier(
                VARIABLE,
                Optional.of(""),
                List.of(
                        field(
                                "type",
                                new Constraint.Exact(
                                        NODES.objectNode().put(PartialText.UNRESOLVED, "string"))),
                        sensitive,
                        field("description", new Constraint.Remark()),
                        field("nullable", new Constraint.Exact(NODES.booleanNode(false)))),
                List.of(sensitive));
    }

    private static Supplier generated(String type, String secret) {
        List<FixPath> fields = new ArrayList<>();
        fields.add(field("length", new Constraint.QuantityBetween("16", "128")));
        fields.add(field("override_special", new Constraint.Remark()));
        for (String characters : List.of("special", "upper", "lower", "numeric")) {
            fields.add(
                    field(
                            characters,
                            new Constraint.OneOf(List.of(TRUE, NODES.booleanNode(false)))));
        }
        for (String least : List.of("min_special", "min_upper", "min_lower", "min_numeric")) {
            fields.add(field(least, new Constraint.QuantityBetween("0", "8")));
        }
        return new Supplier(type, Optional.of(secret), fields, List.of());
    }

    /** Found by its name, or by what keeps it. */
    private static Supplier kept(String type, String secret, String by, String keeper) {
        return new Supplier(
                type,
                Optional.of(secret),
                List.of(
                        field(
                                by,
                                NAME,
                                new Constraint.Reference(keeper),
                                new Constraint.Reference("data." + keeper)),
                        field("with_decryption", new Constraint.Exact(TRUE))),
                List.of());
    }

    /** Found by its name in what keeps many. */
    private static Supplier keptIn(String type, String secret, String by, String keeper) {
        List<FixPath> fields = new ArrayList<>(kept(type, secret, by, keeper).fields());
        fields.add(field("name", NAME));
        return new Supplier(type, Optional.of(secret), fields, List.of());
    }

    private static Supplier leading(String type, String by) {
        return new Supplier(type, Optional.empty(), List.of(field(by, NAME)), List.of());
    }

    private static FixPath field(String name, Constraint... allow) {
        return new FixPath(FixPath.Anchor.OBJECT, List.of(name), List.of(allow));
    }
}
